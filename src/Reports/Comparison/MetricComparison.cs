namespace MLNet.LossExperiments.Reports;

/// <summary>A metric, and how the best loss by it compares with the others.</summary>
/// <param name="Name">Its name in JSON: <c>rmse</c>.</param>
/// <param name="Title">Its name for people: RMSE.</param>
/// <param name="IsHigherBetter">Whether higher is better.</param>
/// <param name="IsOfTask">Whether it belongs to the task. Otherwise it is one of the compared losses itself, measured on the predictions of all.</param>
/// <param name="Explanation">What it says, in a line; null where nobody said.</param>
/// <param name="Best">The best by it, one of the names of <see cref="ComparisonReport.Losses"/>; null where none has it.</param>
/// <param name="Differences">The others against the best.</param>
public sealed record MetricComparison(string Name, string Title, bool IsHigherBetter, bool IsOfTask, string? Explanation, string? Best, IReadOnlyList<LossDifference> Differences);
