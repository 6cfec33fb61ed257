using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Scoring;

/// <summary>The activations and output ranges in double precision, from their definitions, by other routes than the code under test.</summary>
internal static class ReferenceFunctions
{
    public static double Of(Activation activation, double x) => activation switch
    {
        Activation.ReLU => x > 0 ? x : 0,
        Activation.LeakyReLU => x > 0 ? x : 0.01 * x,
        Activation.ELU => x > 0 ? x : ExpMinusOne(x),
        Activation.SELU => 1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * ExpMinusOne(x)),
        Activation.GELU => x * NormalDistribution(x),
        Activation.SiLU => x * Sigmoid(x),
        Activation.Mish => x * Math.Tanh(Softplus(x)),
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => Sigmoid(x),
        Activation.Softplus => Softplus(x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    public static double Of(OutputRange range, double x) => range.ToString() switch
    {
        "identity" => x,
        "tanh" => Math.Tanh(x),
        "sigmoid" => Sigmoid(x),
        "softplus" => Softplus(x),
        _ => range.Minimum + ((double)range.Maximum - range.Minimum) * Sigmoid(x),
    };

    // One tail is the mirror image of the other.
    public static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    // log(1 + y) = 2 artanh(y / (2 + y)).
    public static double Softplus(double x)
    {
        double y = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + 2 * Math.Atanh(y / (2 + y));
    }

    // e^x - 1 = 2 e^(x/2) sinh(x/2).
    private static double ExpMinusOne(double x) => 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    private static double NormalDistribution(double x) => 0.5 * ComplementaryError(-x / Math.Sqrt(2));

    private static double ComplementaryError(double x) => x < 0 ? 2 - ComplementaryError(-x) : x < 2 ? 1 - ErrorBySeries(x) : ComplementaryErrorByFraction(x);

    // Abramowitz and Stegun 7.1.6, all terms positive: erf x = 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (1·3·5···(2n+1)).
    private static double ErrorBySeries(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 100; n++)
            sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // Abramowitz and Stegun 7.1.14: √π e^(x²) erfc x = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + 2/(x + ...))))).
    private static double ComplementaryErrorByFraction(double x)
    {
        double tail = x;
        for (int n = 200; n >= 1; n--)
            tail = x + n / 2.0 / tail;
        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / tail;
    }
}
