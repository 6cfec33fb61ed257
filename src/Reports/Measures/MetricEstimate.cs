namespace MLNet.LossExperiments.Reports;

/// <summary>A metric with its interval and what it says.</summary>
/// <param name="Name">Its name in JSON and on the command line: <c>rmse</c>.</param>
/// <param name="Title">Its name for people: RMSE.</param>
/// <param name="Value">Its value; NaN where it is not defined.</param>
/// <param name="Low">The lower end of its interval; NaN where there is none.</param>
/// <param name="High">The upper end.</param>
/// <param name="IsHigherBetter">Whether higher is better; null where neither is, as for the mean error.</param>
/// <param name="Explanation">What it says, in a line.</param>
/// <param name="WhyUndefined">Why it has no value, in a sentence; null where it has one.</param>
public sealed record MetricEstimate(string Name, string Title, double Value, double Low, double High, bool? IsHigherBetter, string Explanation, string? WhyUndefined = null);
