using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MLNet.LossExperiments.Statistics;

/// <summary>
/// The mean of differences measured on resampled splits of one data set, and how far chance may have moved it (Nadeau and Bengio, "Inference for the generalization error", Machine Learning 52, 2003). The training rows of
/// splits overlap, so results vary less than independent ones would; the variance of the mean is corrected to (1/n + test rows / training rows) · s². The same Student's t distribution, with location <see cref="Mean"/>
/// and scale <see cref="Error"/>, is the posterior of the difference in the correlated Bayesian t-test (Benavoli, Corani, Demšar and Zaffalon, "Time for a change", JMLR 18(77), 2017).
/// </summary>
/// <param name="Mean">The mean difference.</param>
/// <param name="Error">The corrected standard error of the mean; NaN for a single split, 0 if all differences are 0.</param>
/// <param name="Freedom">Degrees of freedom: the number of splits minus 1.</param>
internal readonly record struct CorrectedDifference(double Mean, double Error, int Freedom)
{
    // Differences that are equal but for rounding.
    private const double Rounding = 1e-9;

    /// <param name="differences">One for each split, at least one.</param>
    /// <param name="testShare">Test rows divided by training rows, on average.</param>
    public static CorrectedDifference Of(IReadOnlyList<double> differences, double testShare)
    {
        int count = differences.Count;
        // Squares of huge differences would overflow.
        double scale = differences.Max(Math.Abs);
        if (scale == 0)
            return new CorrectedDifference(0, count < 2 ? double.NaN : 0, count - 1);
        double[] scaled = [.. differences.Select(difference => difference / scale)];
        double mean = scaled.Mean();
        if (count < 2)
            return new CorrectedDifference(mean * scale, double.NaN, 0);
        double deviation = scaled.StandardDeviation();
        // A metric that counts rows may differ by the same amount on each of a few splits. That says little about chance: deviate as if one split more had shown no difference.
        if (deviation <= Rounding * Math.Abs(mean))
            deviation = Math.Abs(mean) / Math.Sqrt(count + 1);
        return new CorrectedDifference(mean * scale, Math.Sqrt(1.0 / count + testShare) * deviation * scale, count - 1);
    }

    /// <summary>The two-sided p-value of no difference; 1 if all differences are 0, NaN for a single split.</summary>
    public double PValue => Error == 0 ? 1 : double.IsNaN(Error) ? double.NaN : 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(Mean) / Error);

    /// <summary>The half width of the interval of the difference that misses it with a probability.</summary>
    /// <param name="level">The probability, in (0, 1).</param>
    public double HalfWidth(double level) => Error == 0 ? 0 : double.IsNaN(Error) ? double.NaN : Quantile(level) * Error;

    /// <summary>The posterior probabilities, under a flat prior, that the difference is below −margin, within the margin, and above it; NaN for a single split.</summary>
    /// <param name="margin">Half the width of the region of practical equivalence, at least 0.</param>
    public (double Below, double Within, double Above) Probabilities(double margin)
    {
        if (double.IsNaN(Error))
            return (double.NaN, double.NaN, double.NaN);
        if (Error == 0)
            return (0, 1, 0);
        double below = StudentT.CDF(0, 1, Freedom, (-margin - Mean) / Error), above = StudentT.CDF(0, 1, Freedom, (Mean - margin) / Error);
        return (below, Math.Max(0, 1 - below - above), above);
    }

    // What Student's t exceeds on either side with a probability. The library's own search fails far out with few degrees of freedom: 2 splits and 12 settings.
    private double Quantile(double level)
    {
        double low = -30, high = 40;
        for (int halving = 0; halving < 80; halving++)
        {
            double middle = (low + high) / 2;
            if (2 * StudentT.CDF(0, 1, Freedom, -Math.Exp(middle)) > level)
                low = middle;
            else
                high = middle;
        }
        return Math.Exp(low);
    }
}
