namespace MLNet.LossExperiments.Reports;

/// <summary>The labels of one part of the data.</summary>
/// <param name="Part">The part: training, validation, test.</param>
/// <param name="Counts">The number of rows of each class or in each bin.</param>
/// <param name="Numbers">The labels in a nutshell; null where they are classes.</param>
public sealed record LabelCounts(string Part, IReadOnlyList<long> Counts, NumberSummary? Numbers);
