namespace MLNet.LossExperiments.Reports;

/// <summary>A metric, and how the losses compare by it.</summary>
/// <param name="Name">Its name in JSON: <c>rmse</c>.</param>
/// <param name="Title">Its name for people: RMSE.</param>
/// <param name="IsHigherBetter">Whether higher is better.</param>
/// <param name="IsOfTask">Whether it belongs to the task. Otherwise it is one of the compared losses itself, measured on the predictions of all.</param>
/// <param name="Explanation">What it says, in a line; null if there is none.</param>
/// <param name="Best">The best by it, one of the names of <see cref="ComparisonReport.Losses"/>; null if no loss has the metric.</param>
/// <param name="Reference">The loss that others are compared with: the baseline or the best.</param>
/// <param name="EquivalenceMargin">How far from the reference a loss may be and still be as good for practical purposes, in units of the metric; NaN if no loss has it.</param>
/// <param name="MayBeBest">The losses that may be the best, with 95 % confidence; all where there is a single split.</param>
/// <param name="Differences">The others against the reference.</param>
public sealed record MetricComparison(
    string Name,
    string Title,
    bool IsHigherBetter,
    bool IsOfTask,
    string? Explanation,
    string? Best,
    string? Reference,
    double EquivalenceMargin,
    IReadOnlyList<string> MayBeBest,
    IReadOnlyList<LossDifference> Differences);
