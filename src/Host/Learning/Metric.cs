namespace MLNet.LossExperiments.Host.Learning;

/// <summary>A measure of how good predictions are.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Name">Its name in a table.</param>
/// <param name="Value">Its value; NaN where it is not defined.</param>
internal sealed record Metric(string Key, string Name, double Value);
