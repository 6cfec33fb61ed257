namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>How many rows have a value.</summary>
/// <param name="Value">The value, as it stands in the file.</param>
/// <param name="Rows">The number of rows.</param>
internal sealed record ValueCount(string Value, int Rows);
