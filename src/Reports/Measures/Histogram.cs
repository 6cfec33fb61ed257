namespace MLNet.LossExperiments.Reports;

/// <summary>How often values fall into bins. A bin holds its lower edge, and the last one also its upper edge.</summary>
/// <param name="Edges">The edges, ascending, one more than there are bins.</param>
/// <param name="Counts">The weight of the rows in each bin; their number where rows have no weights.</param>
public sealed record Histogram(IReadOnlyList<double> Edges, IReadOnlyList<double> Counts);
