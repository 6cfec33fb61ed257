using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MLNet.LossExperiments.Statistics;

/// <summary>
/// Whether differences measured on resampled splits of one data set are more than chance (Nadeau and Bengio, "Inference for the generalization error", Machine Learning 52, 2003). The training rows of splits overlap, so
/// that their results vary less than independent ones would; the variance of the mean is corrected to (1/n + test rows / training rows) · s².
/// </summary>
internal static class CorrectedResampledTTest
{
    private const double Confidence = 0.95;

    /// <param name="differences">One for each split.</param>
    /// <param name="testShare">Test rows divided by training rows.</param>
    /// <returns>The two-sided p-value, and the half width of the 95 % interval of the mean difference; both NaN for fewer than two differences.</returns>
    public static (double PValue, double HalfWidth) Run(IReadOnlyList<double> differences, double testShare)
    {
        if (differences.Count < 2)
            return (double.NaN, double.NaN);
        double mean = differences.Mean();
        double error = Math.Sqrt((1.0 / differences.Count + testShare) * differences.Variance());
        // Splits that all differ by the same amount leave nothing to chance.
        if (error == 0)
            return (mean == 0 ? 1 : 0, 0);
        int freedom = differences.Count - 1;
        return (2 * StudentT.CDF(0, 1, freedom, -Math.Abs(mean) / error), StudentT.InvCDF(0, 1, freedom, (1 + Confidence) / 2) * error);
    }
}
