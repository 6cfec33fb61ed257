namespace MLNet.LossExperiments.Host.Learning;

/// <summary>A measure of how good predictions are.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Name">Its name in a table.</param>
/// <param name="Value">Its value; NaN where it is not defined.</param>
/// <param name="Low">The lower end of its 95 % interval; NaN for none.</param>
/// <param name="High">The upper end.</param>
/// <param name="WhyMissing">Why it has no value, as a sentence; null where it has one.</param>
internal sealed record Metric(string Key, string Name, double Value, double Low, double High, string? WhyMissing);
