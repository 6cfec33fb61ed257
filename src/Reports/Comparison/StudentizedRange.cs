using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace MLNet.LossExperiments.Reports;

/// <summary>The distribution of the range of standard normal numbers: Tukey's studentized range with infinitely many degrees of freedom.</summary>
internal static class StudentizedRange
{
    /// <summary>The quantile of the range of so many numbers.</summary>
    public static double Quantile(double level, int count)
    {
        double low = 0, high = 20;
        while (high - low > 1e-10)
        {
            double middle = (low + high) / 2;
            if (Probability(middle, count) < level)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    // The greatest of the numbers is at z, and all others are at most so far below.
    private static double Probability(double range, int count) =>
        count * GaussLegendreRule.Integrate(z => Normal.PDF(0, 1, z) * Math.Pow(Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - range), count - 1), -9, 9, 128);
}
