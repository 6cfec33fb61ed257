namespace MLNet.LossExperiments.Reports;

/// <summary>What a loss charges for an error, and the errors that its networks made on rows held out.</summary>
/// <param name="Name">The loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="ErrorTitle">What the error is, for people: <c>residual (label − prediction)</c>, or for classes <c>margin</c>.</param>
/// <param name="Errors">Errors over the range that was met, ascending, the same for all losses.</param>
/// <param name="Charges">What the loss charges for each.</param>
/// <param name="Met">The distribution of the errors that its networks made; null where it is not known.</param>
public sealed record LossShape(string Name, string ErrorTitle, IReadOnlyList<double> Errors, IReadOnlyList<double> Charges, Histogram? Met);
