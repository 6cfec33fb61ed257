using MathNet.Numerics.Distributions;

namespace MLNet.LossExperiments.Reports;

/// <summary>The interval of a share (Wilson 1927): never outside of 0 to 1, and never empty, however few the rows.</summary>
internal static class WilsonInterval
{
    /// <param name="share">The share found.</param>
    /// <param name="rows">The number of rows; of weighted rows, the number of equal ones that would tell as much.</param>
    /// <param name="confidence">How sure.</param>
    public static (double Low, double High) Of(double share, double rows, double confidence)
    {
        if (!(rows > 0))
            return (double.NaN, double.NaN);
        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2), square = z * z;
        double middle = (share + square / (2 * rows)) / (1 + square / rows);
        double half = z / (1 + square / rows) * Math.Sqrt(share * (1 - share) / rows + square / (4 * rows * rows));
        // Rounding may leave a share of 0 or 1 just outside.
        return (Math.Clamp(middle - half, 0, share), Math.Clamp(middle + half, share, 1));
    }
}
