namespace MLNet.LossExperiments.Experiments;

/// <summary>A setting against the best one, split by split.</summary>
/// <param name="Other">The setting.</param>
/// <param name="MeanDifference">The mean over the splits of its metric minus that of the best, in units of the metric.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean difference, from the corrected resampled t-test; NaN for a single split.</param>
/// <param name="High">Its upper end.</param>
/// <param name="TTestPValue">The two-sided p-value of the corrected resampled t-test (Nadeau and Bengio 2003); NaN for a single split.</param>
/// <param name="TTestCorrected">The same after Holm's correction for the number of settings compared.</param>
/// <param name="WilcoxonPValue">The two-sided p-value of Wilcoxon's signed-rank test, which takes splits for independent and so sees differences too easily.</param>
/// <param name="WilcoxonCorrected">The same after Holm's correction.</param>
/// <param name="Verdict">What follows.</param>
public sealed record PairedComparison(
    ExperimentSetting Other,
    double MeanDifference,
    double Low,
    double High,
    double TTestPValue,
    double TTestCorrected,
    double WilcoxonPValue,
    double WilcoxonCorrected,
    ComparisonVerdict Verdict);
