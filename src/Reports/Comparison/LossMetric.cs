using MathNet.Numerics.Distributions;

namespace MLNet.LossExperiments.Reports;

/// <summary>A metric of a compared loss, over the splits.</summary>
/// <param name="Name">The name of the metric, one of <see cref="ComparisonReport.Metrics"/>.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation over the splits; NaN for one.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean, which knows that splits share rows; NaN for one split.</param>
/// <param name="High">The upper end.</param>
/// <param name="Rank">The place of the mean among the losses, from 1.</param>
/// <param name="MeanRank">The mean of its places on the splits.</param>
/// <param name="Values">The value on each split, in one order for all losses.</param>
public sealed record LossMetric(string Name, double Mean, double StandardDeviation, double Low, double High, int Rank, double MeanRank, IReadOnlyList<double> Values)
{
    /// <summary>Sums up the values of a metric. The variance of their mean is (1/n + test rows / training rows) times their variance, as splits of one data set share rows (Nadeau and Bengio 2003).</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="values">Its value on each split.</param>
    /// <param name="testShare">Test rows divided by training rows.</param>
    /// <param name="rank">The place of the mean among the losses.</param>
    /// <param name="meanRank">The mean of its places on the splits.</param>
    /// <returns>The summary.</returns>
    public static LossMetric Of(string name, IReadOnlyList<double> values, double testShare, int rank, double meanRank)
    {
        ArgumentNullException.ThrowIfNull(values);
        NumberSummary summary = NumberSummary.Of(values);
        double half = values.Count < 2 ? double.NaN
            : StudentT.InvCDF(0, 1, values.Count - 1, 0.975) * Math.Sqrt(1.0 / values.Count + testShare) * summary.StandardDeviation;
        return new LossMetric(name, summary.Mean, summary.StandardDeviation, summary.Mean - half, summary.Mean + half, rank, meanRank, values);
    }
}
