using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>A line of a <see cref="LinePlot"/>: points with ascending <paramref name="X"/>, joined.</summary>
/// <param name="X">Where.</param>
/// <param name="Y">The values there; what is not finite is left out.</param>
/// <param name="Color">The colour of the line.</param>
/// <param name="Mark">What a plain plot draws it with.</param>
internal sealed record PlotLine(IReadOnlyList<double> X, IReadOnlyList<double> Y, Color Color, char Mark)
{
    /// <summary>The value at a place between two points; NaN outside of all.</summary>
    public double At(double x)
    {
        int after = 0;
        while (after < X.Count && X[after] < x)
            after++;
        if (after == X.Count || (after == 0 && X[0] > x))
            return double.NaN;
        if (X[after] == x || after == 0)
            return Y[after];
        double share = (x - X[after - 1]) / (X[after] - X[after - 1]);
        return Y[after - 1] + (share * (Y[after] - Y[after - 1]));
    }
}
