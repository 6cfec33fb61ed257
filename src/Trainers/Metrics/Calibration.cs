using MLNet.LossExperiments.Measures;
using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>Calibration of probabilities in tensors.</summary>
internal static class Calibration
{
    public const string WhyMissing = "no two rows have similar probabilities";

    /// <param name="probabilities">[n], in [0, 1].</param>
    /// <param name="came">[n], 1 where what the probability is of came true, otherwise 0.</param>
    /// <param name="weights">[n].</param>
    public static double ErrorOf(torch.Tensor probabilities, torch.Tensor came, torch.Tensor weights)
    {
        double[] p = probabilities.data<double>().ToArray(), c = came.data<double>().ToArray(), w = weights.data<double>().ToArray();
        var error = new CalibrationError(CalibrationError.UsualBins);
        for (int i = 0; i < p.Length; i++)
            error.Add(CalibrationError.BinOf(p[i], CalibrationError.UsualBins), c[i] - p[i], w[i]);
        return error.Value;
    }
}
