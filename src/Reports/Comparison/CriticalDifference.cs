using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MLNet.LossExperiments.Reports;

/// <summary>Which losses cannot be told apart by their ranks on the splits (Demšar 2006): the test of Friedman, and Nemenyi's critical difference. It takes splits for independent, which those of one data set are not quite.</summary>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Splits">The number of splits on which losses were ranked.</param>
/// <param name="Names">The losses, the best mean rank first.</param>
/// <param name="MeanRanks">The mean rank of each, from 1.</param>
/// <param name="FriedmanPValue">The probability of ranks that differ so much if all losses were alike; 1 where they are alike on every split.</param>
/// <param name="Difference">The difference of mean ranks from which on two losses differ by more than chance, at the level of 5 %.</param>
/// <param name="Groups">The losses that cannot be told apart, by their places in <see cref="Names"/>: longest groups only, each from the best to the worst.</param>
public sealed record CriticalDifference(
    string Metric,
    int Splits,
    IReadOnlyList<string> Names,
    IReadOnlyList<double> MeanRanks,
    double FriedmanPValue,
    double Difference,
    IReadOnlyList<IReadOnlyList<int>> Groups)
{
    private const double Level = 0.05;

    /// <summary>Ranks losses split by split.</summary>
    /// <param name="metric">The name of the metric.</param>
    /// <param name="isHigherBetter">Whether higher is better.</param>
    /// <param name="values">The name of each loss, and its value on each split, the splits in one order.</param>
    /// <returns>The critical difference; null with fewer than two losses or two splits.</returns>
    /// <exception cref="ArgumentException">Not all losses have as many splits, or a value is no number.</exception>
    public static CriticalDifference? Of(string metric, bool isHigherBetter, IReadOnlyList<KeyValuePair<string, IReadOnlyList<double>>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int losses = values.Count, splits = losses == 0 ? 0 : values[0].Value.Count;
        if (values.Any(loss => loss.Value.Count != splits || loss.Value.Any(double.IsNaN)))
            throw new ArgumentException($"Losses are ranked on splits that all of them have: give each loss {splits} numbers.", nameof(values));
        if (losses < 2 || splits < 2)
            return null;
        double[][] ranks = [.. Enumerable.Range(0, splits).Select(split => values.Select(loss => isHigherBetter ? -loss.Value[split] : loss.Value[split]).Ranks(RankDefinition.Average))];
        double[] means = [.. Enumerable.Range(0, losses).Select(loss => ranks.Average(own => own[loss]))];
        int[] order = [.. Enumerable.Range(0, losses).OrderBy(loss => means[loss])];
        double[] sorted = means.Pick(order);
        double difference = StudentizedRange.Quantile(1 - Level, losses) / Math.Sqrt(2) * Math.Sqrt(losses * (losses + 1) / (6.0 * splits));
        return new CriticalDifference(metric, splits, [.. order.Select(loss => values[loss].Key)], sorted, Friedman(ranks, means), difference, GroupsOf(sorted, difference));
    }

    private static double Friedman(double[][] ranks, double[] means)
    {
        double splits = ranks.Length, losses = means.Length;
        double ties = ranks.Sum(own => own.CountBy(rank => rank).Sum(group => Math.Pow(group.Value, 3) - group.Value));
        double correction = 1 - ties / (splits * losses * (losses * losses - 1));
        double statistic = 12 * splits / (losses * (losses + 1)) * means.Sum(mean => (mean - (losses + 1) / 2) * (mean - (losses + 1) / 2));
        return correction <= 0 ? 1 : 1 - ChiSquared.CDF(losses - 1, statistic / correction);
    }

    private static List<IReadOnlyList<int>> GroupsOf(double[] sorted, double difference)
    {
        var groups = new List<IReadOnlyList<int>>();
        int reached = -1;
        for (int from = 0; from < sorted.Length; from++)
        {
            int to = from;
            while (to + 1 < sorted.Length && sorted[to + 1] - sorted[from] < difference)
                to++;
            if (to > from && to > reached)
                groups.Add([.. Enumerable.Range(from, to - from + 1)]);
            reached = Math.Max(reached, to);
        }
        return groups;
    }
}
