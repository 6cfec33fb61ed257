namespace MLNet.LossExperiments.Reports;

/// <summary>How often values fall into bins. A bin holds its lower edge, and the last one also its upper edge.</summary>
/// <param name="Edges">The edges, ascending, one more than there are bins; empty where there is no value.</param>
/// <param name="Counts">The weight of the rows in each bin; their number where rows have no weights.</param>
/// <param name="Below">The weight of the rows below the first edge: outliers that would squeeze all others into one bin.</param>
/// <param name="Above">The weight of the rows above the last edge.</param>
public sealed record Histogram(IReadOnlyList<double> Edges, IReadOnlyList<double> Counts, double Below, double Above)
{
    private const int MostBins = 60;

    // How many interquartile ranges beyond the quartiles the bins reach.
    private const double Reach = 6;

    /// <summary>What an axis must say of outliers that are not drawn.</summary>
    internal string Beyond => Below + Above > 0 ? $" ({Figure.Count(Below + Above)} beyond the edges)" : "";

    internal static Histogram Of(double[] values, double[]? weights)
    {
        if (values.Length == 0)
            return new Histogram([], [], 0, 0);
        double[] sorted = [.. values];
        Array.Sort(sorted);
        double[] edges = EdgesFor(sorted);
        double[] counts = CountIn(edges, values, weights, out double below, out double above);
        return new Histogram(edges, counts, below, above);
    }

    /// <summary>Bins of one width after the rule of Freedman and Diaconis (1981).</summary>
    internal static double[] EdgesFor(double[] sorted)
    {
        double lower = Quantile.OfSorted(sorted, 0.25), range = Quantile.OfSorted(sorted, 0.75) - lower;
        double from = sorted[0], to = sorted[^1];
        if (range > 0)
            (from, to) = (Math.Max(from, lower - Reach * range), Math.Min(to, lower + range + Reach * range));
        if (to <= from)
            return [from - 0.5, from + 0.5];
        double width = range > 0 ? 2 * range / Math.Cbrt(sorted.Length) : (to - from) / 10;
        int bins = (int)Math.Clamp(Math.Ceiling((to - from) / width), 1, MostBins);
        return [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? to : from + (to - from) * i / bins)];
    }

    internal static double[] CountIn(double[] edges, double[] values, double[]? weights, out double below, out double above)
    {
        var counts = new double[edges.Length - 1];
        (below, above) = (0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights?[i] ?? 1;
            if (values[i] < edges[0])
                below += weight;
            else if (values[i] > edges[^1])
                above += weight;
            else
                counts[BinOf(values[i], edges)] += weight;
        }
        return counts;
    }

    private static int BinOf(double value, double[] edges)
    {
        int found = Array.BinarySearch(edges, value);
        return Math.Min(found >= 0 ? found : ~found - 1, edges.Length - 2);
    }
}
