namespace MLNet.LossExperiments.Reports;

/// <summary>A setting or a version: a name and what it is, both for people.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedValue(string Name, string Value);
