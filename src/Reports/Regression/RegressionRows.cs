using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>The usable rows of a regression.</summary>
internal sealed class RegressionRows
{
    private readonly RegressionPredictions _source;

    public RegressionRows(RegressionPredictions source, UsableRows usable)
    {
        _source = source;
        Usable = usable;
        Actual = usable.Numbers(source.Actual);
        Predicted = usable.Numbers(source.Predicted);
        Residuals = [.. Actual.Zip(Predicted, (actual, predicted) => actual - predicted)];
        Quantiles = source.Quantiles is { } quantiles ? PredictedQuantiles.OfLevels(source.QuantileLevels, quantiles, usable.Places)
            : source.Variances is { } variances ? PredictedQuantiles.OfVariances(Predicted, usable.Numbers(variances))
            : null;
    }

    public UsableRows Usable { get; }

    public int Count => Actual.Length;

    public double[]? Weights => Usable.Weights;

    public double[] Actual { get; }

    public double[] Predicted { get; }

    /// <summary>Label minus prediction.</summary>
    public double[] Residuals { get; }

    /// <summary>The quantiles of each row; null for none.</summary>
    public PredictedQuantiles? Quantiles { get; }

    // As they came, single: 3.1 and not 3.0999999046325684.
    public string ActualText(int row) => _source.Actual[Usable.Places[row]].ToString(CultureInfo.InvariantCulture);

    public string PredictedText(int row) => _source.Predicted[Usable.Places[row]].ToString(CultureInfo.InvariantCulture);

    public PredictionSample Sample(EvaluationOptions options)
    {
        int[] drawn = RowSample.Of(Count, options.SampledRows, options.Bootstrap.Seed);
        double[] Ends(int level) => Quantiles is { Levels.Count: > 1 } quantiles ? [.. drawn.Select(row => ShortestDecimal.Of((float)quantiles.Of(row, level)))] : [];
        return new PredictionSample(
            Count,
            options.Bootstrap.Seed,
            [.. drawn.Select(Usable.NumberOf)],
            [.. drawn.Select(row => ShortestDecimal.Of(_source.Actual[Usable.Places[row]]))],
            [.. drawn.Select(row => ShortestDecimal.Of(_source.Predicted[Usable.Places[row]]))],
            Ends(0),
            Ends((Quantiles?.Levels.Count ?? 0) - 1));
    }
}
