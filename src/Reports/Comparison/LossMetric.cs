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
public sealed record LossMetric(string Name, double Mean, double StandardDeviation, double Low, double High, int Rank, double MeanRank, IReadOnlyList<double> Values);
