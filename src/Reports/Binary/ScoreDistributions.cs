namespace MLNet.LossExperiments.Reports;

/// <summary>The scores of each class, in bins that both share.</summary>
/// <param name="Edges">The edges of the bins, ascending, one more than there are bins.</param>
/// <param name="Positive">The positive rows in each, or their weight.</param>
/// <param name="Negative">The negative rows in each, or their weight.</param>
public sealed record ScoreDistributions(IReadOnlyList<double> Edges, IReadOnlyList<double> Positive, IReadOnlyList<double> Negative);
