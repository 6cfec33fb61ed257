namespace MLNet.LossExperiments.Reports;

/// <summary>What a metric is called, and what it says.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="IsHigherBetter">Whether higher is better; null where neither is.</param>
/// <param name="Explanation">What it says, in a line.</param>
/// <param name="WhyUndefined">Why it may not be defined, as a sentence.</param>
internal sealed record MetricDefinition(string Name, string Title, bool? IsHigherBetter, string Explanation, string WhyUndefined);
