namespace MLNet.LossExperiments.Reports;

/// <summary>A loss against the reference of the metric, split by split.</summary>
/// <param name="Name">Which, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="MeanDifference">The mean over the splits of its metric minus that of the reference.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean difference, which holds for all pairs of the metric together; NaN for a single split.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The p-value of the corrected resampled t-test, corrected for the number of pairs; NaN for a single split.</param>
/// <param name="ProbabilityBetter">The posterior probability that it is better by more than <see cref="MetricComparison.EquivalenceMargin"/>; NaN for a single split.</param>
/// <param name="ProbabilityEqual">The posterior probability that they differ by no more than the margin.</param>
/// <param name="ProbabilityWorse">The posterior probability that it is worse by more than the margin.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Words">The same in a sentence; null if there is none.</param>
public sealed record LossDifference(
    string Name,
    double MeanDifference,
    double Low,
    double High,
    double PValue,
    double ProbabilityBetter,
    double ProbabilityEqual,
    double ProbabilityWorse,
    DifferenceVerdict Verdict,
    string? Words = null);
