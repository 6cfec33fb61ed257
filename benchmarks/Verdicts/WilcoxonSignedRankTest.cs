using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MLNet.LossExperiments.Verdicts;

/// <summary>
/// Whether differences lie about 0 (Wilcoxon, "Individual comparisons by ranking methods", 1945): only their order counts, so that one wild split decides nothing. Differences of 0 are left out. Exact up to 50
/// differences without ties, beyond that by the normal distribution with the variance corrected for ties.
/// </summary>
internal static class WilcoxonSignedRankTest
{
    private const int MostExact = 50;

    /// <returns>The two-sided p-value; 1 if all differences are 0, NaN if there are none.</returns>
    public static double PValue(IReadOnlyList<double> differences)
    {
        if (differences.Count == 0)
            return double.NaN;
        double[] nonZero = [.. differences.Where(difference => difference != 0)];
        int n = nonZero.Length;
        if (n == 0)
            return 1;
        double[] ranks = nonZero.Select(Math.Abs).Ranks(RankDefinition.Average);
        double positive = nonZero.Zip(ranks).Where(pair => pair.First > 0).Sum(pair => pair.Second);
        double smaller = Math.Min(positive, n * (n + 1) / 2.0 - positive);
        bool hasTies = ranks.Distinct().Count() < n;
        return Math.Min(1, n <= MostExact && !hasTies ? 2 * ExactTail(n, (int)smaller) : 2 * Normal.CDF(n * (n + 1) / 4.0, Deviation(ranks), smaller));
    }

    // The share of the 2ⁿ choices of signs whose positive ranks add up to at most the sum.
    private static double ExactTail(int n, int sum)
    {
        var shares = new double[n * (n + 1) / 2 + 1];
        shares[0] = 1;
        int greatest = 0;
        for (int rank = 1; rank <= n; rank++)
        {
            greatest += rank;
            for (int total = greatest; total >= 0; total--)
                shares[total] = (shares[total] + (total >= rank ? shares[total - rank] : 0)) / 2;
        }
        return shares.Take(sum + 1).Sum();
    }

    private static double Deviation(double[] ranks)
    {
        double n = ranks.Length;
        double ties = ranks.CountBy(rank => rank).Sum(group => Math.Pow(group.Value, 3) - group.Value);
        return Math.Sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24);
    }
}
