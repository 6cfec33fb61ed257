namespace MLNet.LossExperiments.Reports;

/// <summary>The best threshold for something.</summary>
/// <param name="Name">For what, in JSON: <c>cost</c>, <c>f1</c>, <c>youden</c>.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Explanation">What it does, in a line.</param>
/// <param name="Figures">The figures at it.</param>
public sealed record BestThreshold(string Name, string Title, string Explanation, ThresholdFigures Figures);
