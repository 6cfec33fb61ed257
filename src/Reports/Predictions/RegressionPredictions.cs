using System.Globalization;
using Microsoft.ML;

namespace MLNet.LossExperiments.Reports;

/// <summary>Numbers and their predictions.</summary>
public sealed record RegressionPredictions : PredictedRows
{
    /// <summary>The name of what is predicted.</summary>
    public string Target { get; init; } = "label";

    /// <summary>The label of each row.</summary>
    public required IReadOnlyList<float> Actual { get; init; }

    /// <summary>The prediction of each row, in units of the label.</summary>
    public required IReadOnlyList<float> Predicted { get; init; }

    /// <summary>The variance predicted of each row; null for none.</summary>
    public IReadOnlyList<float>? Variances { get; init; }

    /// <summary>The levels of the quantiles predicted, ascending, each between 0 and 1; empty for none.</summary>
    public IReadOnlyList<double> QuantileLevels { get; init; } = [];

    /// <summary>The quantiles predicted, row after row, [rows, levels]; null for none.</summary>
    public IReadOnlyList<float>? Quantiles { get; init; }

    /// <summary>Reads what a model made of data: <c>model.Transform(data)</c>.</summary>
    /// <param name="predictions">The data with predictions, of one target.</param>
    /// <param name="label">The column of the label.</param>
    /// <param name="score">The column of the prediction.</param>
    /// <param name="weight">The column of the example weights; null for none.</param>
    /// <param name="variance">The column of the variance of the label about the prediction; null for none. That of an ensemble whose loss gives no variance is how far its networks are apart, which is another thing.</param>
    /// <param name="quantiles">The column of the quantiles, whose slot names are their levels; null for none.</param>
    /// <returns>The predictions.</returns>
    /// <exception cref="ArgumentException">A column is not there, or holds something else.</exception>
    public static RegressionPredictions From(IDataView predictions, string label = "Label", string score = "Score", string? weight = null, string? variance = null, string? quantiles = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return new RegressionPredictions
        {
            Target = label,
            Actual = PredictionColumns.Numbers(predictions, label),
            Predicted = PredictionColumns.Numbers(predictions, score),
            Weights = PredictionColumns.WeightsOf(predictions, weight),
            Variances = variance is null ? null : PredictionColumns.Numbers(predictions, variance),
            Quantiles = quantiles is null ? null : PredictionColumns.Vectors(predictions, quantiles),
            QuantileLevels = quantiles is null ? [] : [.. PredictionColumns.SlotNames(predictions, quantiles).Select(level => double.Parse(level, CultureInfo.InvariantCulture))],
        };
    }

    internal UsableRows Usable()
    {
        int rows = Actual.Count, levels = QuantileLevels.Count;
        CheckLengths(rows);
        CheckLength(Predicted.Count, rows, nameof(Predicted));
        if (Variances is not null)
            CheckLength(Variances.Count, rows, nameof(Variances));
        if ((Quantiles?.Count ?? 0) != rows * levels)
            throw new ArgumentException($"Of {rows} rows with {levels} quantiles there must be {rows * levels} quantiles, not {Quantiles?.Count ?? 0}.", nameof(Quantiles));
        if (QuantileLevels.Any(level => level is not (> 0 and < 1)) || !QuantileLevels.SequenceEqual(QuantileLevels.Distinct().Order()))
            throw new ArgumentException("The levels of quantiles lie between 0 and 1, each above the one before.", nameof(QuantileLevels));
        return UsableRows.Of(this, rows, place =>
            float.IsFinite(Actual[place]) && float.IsFinite(Predicted[place])
            && (Variances is null || float.IsFinite(Variances[place]) && Variances[place] >= 0)
            && Enumerable.Range(0, levels).All(level => float.IsFinite(Quantiles![place * levels + level])));
    }
}
