using MathNet.Numerics.Distributions;

namespace MLNet.LossExperiments.Reports;

/// <summary>Quantiles of each row, as predicted or from a variance.</summary>
internal sealed class PredictedQuantiles
{
    private static readonly double[] NormalLevels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

    private readonly Func<int, int, double> _quantile;

    private PredictedQuantiles(string source, IReadOnlyList<double> levels, Func<int, int, double> quantile) => (Source, Levels, _quantile) = (source, levels, quantile);

    /// <summary>What they come from.</summary>
    public string Source { get; }

    /// <summary>Their levels, ascending.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>The variance of a row; null where quantiles were predicted.</summary>
    public double[]? Variances { get; private init; }

    public double Of(int row, int level) => _quantile(row, level);

    /// <summary>Quantiles as predicted.</summary>
    public static PredictedQuantiles OfLevels(IReadOnlyList<double> levels, IReadOnlyList<float> quantiles, int[] places) =>
        new("quantiles", levels, (row, level) => quantiles[places[row] * levels.Count + level]);

    /// <summary>Those of normal distributions about the predictions.</summary>
    public static PredictedQuantiles OfVariances(double[] predicted, double[] variances)
    {
        double[] scores = [.. NormalLevels.Select(level => Normal.InvCDF(0, 1, level))];
        return new PredictedQuantiles("variance", NormalLevels, (row, level) => predicted[row] + scores[level] * Math.Sqrt(variances[row])) { Variances = variances };
    }
}
