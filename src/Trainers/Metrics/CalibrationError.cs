using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>The expected calibration error of probabilities, in 15 bins of one width (Guo et al., "On calibration of modern neural networks", 2017).</summary>
internal static class CalibrationError
{
    private const int Bins = 15;

    /// <param name="probabilities">[n], in [0, 1].</param>
    /// <param name="came">[n], 1 where what the probability is of came true, otherwise 0.</param>
    /// <param name="weights">[n].</param>
    public static double Of(torch.Tensor probabilities, torch.Tensor came, torch.Tensor weights)
    {
        double[] p = probabilities.data<double>().ToArray(), c = came.data<double>().ToArray(), w = weights.data<double>().ToArray();
        var gaps = new double[Bins];
        for (int i = 0; i < p.Length; i++)
            gaps[Math.Min(Bins - 1, (int)(p[i] * Bins))] += w[i] * (c[i] - p[i]);
        return gaps.Sum(Math.Abs) / w.Sum();
    }
}
