using System.Numerics.Tensors;

namespace MLNet.LossExperiments.Scoring;

/// <summary>The functions that turn outputs into predictions. None gives anything but a finite number for a finite output.</summary>
internal static class LinkFunction
{
    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static float Logistic(float output) => (float)(1 / (1 + Math.Exp(-(double)output)));

    /// <summary>eˣ, kept between the least positive float and the greatest.</summary>
    public static float Exponential(double output) => (float)Math.Clamp(Math.Exp(output), float.Epsilon, float.MaxValue);

    /// <summary>log(1 / (1 + e⁻ˣ)).</summary>
    public static double LogLogistic(double output) => Math.Min(output, 0) - LogOfOnePlus(Math.Exp(-Math.Abs(output)));

    /// <summary>eˣⁱ / Σⱼ eˣʲ in place.</summary>
    public static void Softmax(Span<float> row)
    {
        // The greatest output is taken off first: e^x overflows a float from 89 on.
        TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
        TensorPrimitives.SoftMax<float>(row, row);
    }

    /// <summary>The probabilities of k ordered classes from k − 1 outputs: P(j) = P(above j − 1) · P(not above j | above j − 1).</summary>
    public static void Ordinal(ReadOnlySpan<float> outputs, Span<float> probabilities)
    {
        double logNotBelow = 0;
        for (int j = 0; j < outputs.Length; j++)
        {
            probabilities[j] = (float)Math.Exp(logNotBelow + LogLogistic(-(double)outputs[j]));
            logNotBelow += LogLogistic(outputs[j]);
        }
        probabilities[outputs.Length] = (float)Math.Exp(logNotBelow);
    }

    // Rounding 1 + x loses digits of x; dividing by what was really added gives them back (Kahan). double.LogP1 does not.
    private static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
