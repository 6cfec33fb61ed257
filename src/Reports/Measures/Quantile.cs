namespace MLNet.LossExperiments.Reports;

/// <summary>Quantiles: between two values on a straight line, as NumPy has them.</summary>
internal static class Quantile
{
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="level">From 0 to 1.</param>
    /// <returns>The quantile; NaN of no values.</returns>
    public static double OfSorted(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        double place = level * (sorted.Length - 1);
        int lower = (int)place;
        return lower + 1 < sorted.Length ? sorted[lower] + (place - lower) * (sorted[lower + 1] - sorted[lower]) : sorted[^1];
    }

    /// <summary>The median of values that count by weights: half of the weight lies on each side. Where it does between two values, the middle of both.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="weights">The weight of each, above 0; null for equal weights.</param>
    public static double Median(double[] sorted, double[]? weights)
    {
        if (weights is null)
            return OfSorted(sorted, 0.5);
        double half = weights.Sum() / 2, sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += weights[i];
            if (sum > half)
                return sorted[i];
            if (sum == half)
                return (sorted[i] + sorted[i + 1]) / 2;
        }
        return double.NaN;
    }
}
