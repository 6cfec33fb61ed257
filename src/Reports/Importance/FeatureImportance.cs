namespace MLNet.LossExperiments.Reports;

/// <summary>What predictions owe to one feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Increase">By how much the metric rises when its values are dealt at random, on average over the repeats; near 0 for a feature that is not used.</param>
/// <param name="Low">The lower end of its interval, by resampling rows.</param>
/// <param name="High">The upper end.</param>
/// <param name="RepeatDeviation">The standard deviation of the increase from one dealing to the next; NaN for one repeat.</param>
public sealed record FeatureImportance(string Name, double Increase, double Low, double High, double RepeatDeviation);
