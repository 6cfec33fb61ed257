namespace MLNet.LossExperiments.Reports;

/// <summary>How pure the rows called positive are, when how many of the positive ones are found.</summary>
/// <param name="Recall">The share of positive rows called positive, ascending.</param>
/// <param name="Precision">The share of positive rows among those called positive.</param>
/// <param name="Thresholds">The threshold at each point, descending, rows with a score above it being called positive.</param>
/// <param name="Prevalence">The share of positive rows: the precision of chance.</param>
public sealed record PrecisionRecallCurve(IReadOnlyList<double> Recall, IReadOnlyList<double> Precision, IReadOnlyList<double> Thresholds, double Prevalence);
