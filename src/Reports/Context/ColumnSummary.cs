namespace MLNet.LossExperiments.Reports;

/// <summary>What a column holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it served as: feature, label, weight, ignored, left out.</param>
/// <param name="Kind">What its values are: number, category, text, flag.</param>
/// <param name="Missing">The number of rows without a value.</param>
/// <param name="Distinct">The number of different values; null where it was not counted.</param>
/// <param name="Numbers">Its numbers in a nutshell; null where it holds none.</param>
/// <param name="Remark">What else there is to know, such as why it was left out; null for nothing.</param>
public sealed record ColumnSummary(string Name, string Role, string Kind, long Missing, long? Distinct = null, NumberSummary? Numbers = null, string? Remark = null);
