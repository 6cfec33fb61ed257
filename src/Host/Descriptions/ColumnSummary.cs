using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>What is in a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Missing">In how many rows there is no value.</param>
/// <param name="Distinct">How many different values there are.</param>
/// <param name="Numbers">Where its numbers lie; null where it holds none.</param>
/// <param name="Frequent">The most frequent values, the most frequent first; empty for numbers.</param>
/// <param name="Faulty">Of a column of numbers: in how many rows something else stands.</param>
/// <param name="FirstFault">Where the first of these is, what stands there, and why it is none; null where there is none.</param>
internal sealed record ColumnSummary(string Name, ColumnKind Kind, int Missing, int Distinct, NumberSummary? Numbers, IReadOnlyList<ValueCount> Frequent, int Faulty, string? FirstFault);
