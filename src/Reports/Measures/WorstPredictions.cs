namespace MLNet.LossExperiments.Reports;

/// <summary>The rows that were predicted worst, the worst first.</summary>
/// <param name="Measure">What is bad about them, for people: <c>absolute error</c>, <c>log-loss</c>.</param>
/// <param name="Columns">The names of the columns that are shown of each row; empty where rows were not described.</param>
/// <param name="Rows">The rows.</param>
public sealed record WorstPredictions(string Measure, IReadOnlyList<string> Columns, IReadOnlyList<WorstPrediction> Rows);
