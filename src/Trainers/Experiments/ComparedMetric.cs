namespace MLNet.LossExperiments.Experiments;

/// <summary>A metric, and how the best setting by it compares with the others.</summary>
/// <param name="Name">Its name, for example <c>rmse</c>.</param>
/// <param name="Title">Its name for people, for example <c>RMSE</c>.</param>
/// <param name="IsHigherBetter">Whether higher is better.</param>
/// <param name="Best">The setting with the best mean; null where no setting has the metric.</param>
/// <param name="Others">Each other setting that has the metric, compared with the best.</param>
public sealed record ComparedMetric(string Name, string Title, bool IsHigherBetter, ExperimentSetting? Best, IReadOnlyList<PairedComparison> Others);
