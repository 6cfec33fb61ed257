namespace MLNet.LossExperiments.Reports;

/// <summary>Some numbers in a nutshell. Each counts once, whatever its weight.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="LowerQuartile">A quarter of them lie below.</param>
/// <param name="Median">Half of them lie below.</param>
/// <param name="UpperQuartile">A quarter of them lie above.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their (sample) standard deviation; NaN for one.</param>
public sealed record NumberSummary(double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>Sums up numbers.</summary>
    /// <param name="values">The numbers; those that are NaN do not count.</param>
    /// <returns>The summary; all NaN of none.</returns>
    public static NumberSummary Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        double mean = sorted.Length == 0 ? double.NaN : sorted.Average();
        double deviation = sorted.Length < 2 ? double.NaN : Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        return new NumberSummary(
            Quantile.OfSorted(sorted, 0), Quantile.OfSorted(sorted, 0.25), Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 0.75), Quantile.OfSorted(sorted, 1), mean, deviation);
    }
}
