namespace MLNet.LossExperiments.Reports;

/// <summary>Rows that served for one thing.</summary>
/// <param name="Name">What for: training, validation, test.</param>
/// <param name="Rows">How many.</param>
public sealed record SplitPart(string Name, long Rows);
