namespace MLNet.LossExperiments.Reports;

/// <summary>A loss against the best one, split by split.</summary>
/// <param name="Name">Which, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="MeanDifference">The mean over the splits of its metric minus that of the best.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean difference; NaN for a single split.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The p-value of the corrected resampled t-test, corrected for the number of losses; NaN for a single split.</param>
/// <param name="WilcoxonPValue">The same of Wilcoxon's signed-rank test.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Words">The same in a sentence; null where nobody said.</param>
public sealed record LossDifference(string Name, double MeanDifference, double Low, double High, double PValue, double WilcoxonPValue, DifferenceVerdict Verdict, string? Words = null);
