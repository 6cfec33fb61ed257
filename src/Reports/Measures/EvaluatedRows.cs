namespace MLNet.LossExperiments.Reports;

/// <summary>The rows of an evaluation.</summary>
/// <param name="Set">What they are: test, validation.</param>
/// <param name="Count">How many were evaluated.</param>
/// <param name="LeftOut">How many were not.</param>
/// <param name="WhyLeftOut">Why, in a sentence; null where none were left out.</param>
/// <param name="IsWeighted">Whether rows count by their example weights.</param>
/// <param name="TotalWeight">The sum of the weights; the number of rows where there are none.</param>
public sealed record EvaluatedRows(string Set, int Count, int LeftOut, string? WhyLeftOut, bool IsWeighted, double TotalWeight);
