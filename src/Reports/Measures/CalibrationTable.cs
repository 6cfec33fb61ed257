using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Reports;

/// <summary>Puts probabilities into bins of one width, and compares them with what came.</summary>
internal static class CalibrationTable
{
    /// <summary>Why there is no calibration error.</summary>
    public const string WhyNoError = "No two rows have similar probabilities.";

    public static CalibrationBin[] Of(double[] probabilities, Func<int, bool> came, double[]? weights, EvaluationOptions options)
    {
        int bins = options.CalibrationBins;
        var shares = new WeightedShare[bins];
        var sums = new double[bins];
        for (int row = 0; row < probabilities.Length; row++)
        {
            int bin = CalibrationError.BinOf(probabilities[row], bins);
            double weight = weights?[row] ?? 1;
            shares[bin].Add(came(row), weight);
            sums[bin] += weight * probabilities[row];
        }
        return [.. shares.Select((share, bin) =>
        {
            (double low, double high) = share.Interval(options.Bootstrap.Confidence);
            return new CalibrationBin((double)bin / bins, (bin + 1.0) / bins, share.Weight > 0 ? sums[bin] / share.Weight : double.NaN, share.Value, low, high, share.Weight);
        })];
    }
}
