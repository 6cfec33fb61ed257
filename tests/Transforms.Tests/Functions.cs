using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests;

/// <summary>Activations and output ranges in double precision, spelt as in their definitions.</summary>
internal static class Functions
{
    public static double Activate(Activation activation, double x) => activation switch
    {
        Activation.ReLU => Math.Max(0, x),
        Activation.LeakyReLU => x > 0 ? x : 0.01 * x,
        Activation.ELU => x > 0 ? x : ExpM1(x),
        Activation.SELU => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * ExpM1(x)),
        Activation.GELU => x * Normal(x),
        Activation.SiLU => x * Sigmoid(x),
        Activation.Mish => x * Math.Tanh(Softplus(x)),
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => Sigmoid(x),
        Activation.Softplus => Softplus(x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    public static double Confine(OutputRange range, double x) => range.ToString() switch
    {
        "identity" => x,
        "tanh" => Math.Tanh(x),
        "sigmoid" => Sigmoid(x),
        "softplus" => Softplus(x),
        _ => range.Minimum + (range.Maximum - range.Minimum) * Sigmoid(x),
    };

    private static double Sigmoid(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    // By their series where the definition would cancel.
    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    private static double Softplus(double x)
    {
        double y = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (y < 1e-5 ? y - y * y / 2 : Math.Log(1 + y));
    }

    // Φ(x) as the integral of the density, by Simpson's rule from far out on the nearer side.
    private static double Normal(double x)
    {
        if (x > 0)
            return 1 - Normal(-x);
        const int steps = 4000;
        double from = x - 12, width = (x - from) / steps, sum = 0;
        for (int i = 0; i <= steps; i++)
        {
            double t = from + i * width;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-t * t / 2);
        }
        return sum * width / 3 / Math.Sqrt(2 * Math.PI);
    }
}
