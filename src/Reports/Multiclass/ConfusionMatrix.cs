namespace MLNet.LossExperiments.Reports;

/// <summary>Which class was predicted for which. Shares by row or by column are the counts divided by their sum.</summary>
/// <param name="Classes">The classes. Of very many, the most frequent, and last all others together.</param>
/// <param name="Counts">[true class][predicted class]: the rows, or their weight.</param>
/// <param name="IsGrouped">Whether the last is all others together.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Counts, bool IsGrouped);
