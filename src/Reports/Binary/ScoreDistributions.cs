namespace MLNet.LossExperiments.Reports;

/// <summary>The scores of each class, in bins that both share.</summary>
/// <param name="Edges">The edges of the bins, ascending, one more than there are bins; empty where there is no row.</param>
/// <param name="Positive">The positive rows in each, or their weight.</param>
/// <param name="Negative">The negative rows in each, or their weight.</param>
public sealed record ScoreDistributions(IReadOnlyList<double> Edges, IReadOnlyList<double> Positive, IReadOnlyList<double> Negative)
{
    private const int ProbabilityBins = 40;

    internal static ScoreDistributions Of(BinaryRows rows)
    {
        if (rows.Count == 0)
            return new ScoreDistributions([], [], []);
        double[] ascending = [.. rows.Scores];
        Array.Reverse(ascending);
        double[] edges = rows.Source.HasProbabilities ? [.. Enumerable.Range(0, ProbabilityBins + 1).Select(i => (double)i / ProbabilityBins)] : Histogram.EdgesFor(ascending);
        // Scores beyond the bins, which are few and far, count in the first and the last.
        double[] scores = [.. rows.Scores.Select(score => Math.Clamp(score, edges[0], edges[^1]))];
        double[] Count(bool isPositive) =>
            Histogram.CountIn(edges, scores, [.. scores.Select((_, row) => rows.IsPositive[row] == isPositive ? rows.Weights?[row] ?? 1 : 0)], out _, out _);
        return new ScoreDistributions(edges, Count(true), Count(false));
    }
}
