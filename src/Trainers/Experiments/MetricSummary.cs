namespace MLNet.LossExperiments.Experiments;

/// <summary>A metric of a setting over all its cells.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The (sample) standard deviation; NaN for one cell.</param>
/// <param name="Rank">The place of the mean among the settings, from 1, the best; means that are equal share the better place.</param>
/// <param name="MeanRank">The mean over the splits of the place among the settings on that split, from 1; places that are equal share their mean.</param>
public sealed record MetricSummary(double Mean, double StandardDeviation, int Rank, double MeanRank);
