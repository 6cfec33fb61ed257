namespace MLNet.LossExperiments.Reports;

/// <summary>How often the true class was among the k with the greatest scores.</summary>
/// <param name="Count">k.</param>
/// <param name="Accuracy">The share of rows.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
public sealed record TopAccuracy(int Count, double Accuracy, double Low, double High);
