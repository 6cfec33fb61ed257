namespace MLNet.LossExperiments.Experiments;

/// <summary>A setting against the reference of the metric, split by split.</summary>
/// <param name="Other">The setting.</param>
/// <param name="MeanDifference">The mean over the splits of its metric minus that of the reference, in units of the metric.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean difference, which holds for all pairs of the metric together and agrees with the p-value; NaN for a single split.</param>
/// <param name="High">Its upper end.</param>
/// <param name="PValue">The two-sided p-value of the corrected resampled t-test (Nadeau and Bengio 2003), for this pair by itself; NaN for a single split.</param>
/// <param name="CorrectedPValue">The same, corrected for the number of pairs compared (Shaffer 1986; with a baseline Holm 1979).</param>
/// <param name="ProbabilityBetter">The posterior probability that it is better than the reference by more than <see cref="ComparedMetric.EquivalenceMargin"/> (Benavoli et al. 2017), for this pair by itself; NaN for a single split.</param>
/// <param name="ProbabilityEqual">The posterior probability that they differ by no more than the margin.</param>
/// <param name="ProbabilityWorse">The posterior probability that it is worse by more than the margin.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="BeatenBy">The settings, the reference among them, that are better than it by the corrected p-value. With a baseline only the baseline can be among them.</param>
public sealed record PairedComparison(
    ExperimentSetting Other,
    double MeanDifference,
    double Low,
    double High,
    double PValue,
    double CorrectedPValue,
    double ProbabilityBetter,
    double ProbabilityEqual,
    double ProbabilityWorse,
    ComparisonVerdict Verdict,
    IReadOnlyList<ExperimentSetting> BeatenBy);
