using MathNet.Numerics.Distributions;

namespace MLNet.LossExperiments.Reports;

/// <summary>A Q-Q plot: residuals in order, against the values that as many draws from a normal distribution would have. Normal residuals lie on the line intercept + slope · expected.</summary>
/// <param name="Expected">The quantiles of the standard normal distribution, ascending.</param>
/// <param name="Residuals">The residual at each.</param>
/// <param name="Slope">The slope of the line: the standard deviation of the residuals; NaN of one.</param>
/// <param name="Intercept">Where the line is at 0: the mean of the residuals.</param>
public sealed record NormalPlot(IReadOnlyList<double> Expected, IReadOnlyList<double> Residuals, double Slope, double Intercept)
{
    internal static NormalPlot Of(double[] residuals, double[]? weights, int points)
    {
        double[] sorted = [.. residuals];
        double[]? own = weights is null ? null : [.. weights];
        if (own is null)
            Array.Sort(sorted);
        else
            Array.Sort(sorted, own);
        double total = own?.Sum() ?? sorted.Length, below = 0, squares = 0;
        double mean = sorted.Select((residual, i) => residual * (own?[i] ?? 1)).Sum() / total;
        var expected = new double[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            double weight = own?[i] ?? 1;
            // A residual stands for the middle of its share of the weight.
            expected[i] = Normal.InvCDF(0, 1, Math.Clamp((below + weight / 2) / total, 1e-15, 1 - 1e-15));
            below += weight;
            squares += weight * (sorted[i] - mean) * (sorted[i] - mean);
        }
        int[] kept = CurveThinning.Keep(expected, sorted, points);
        double deviation = sorted.Length < 2 ? double.NaN : Math.Sqrt(squares / total * sorted.Length / (sorted.Length - 1));
        return new NormalPlot(expected.Pick(kept), sorted.Pick(kept), deviation, mean);
    }
}
