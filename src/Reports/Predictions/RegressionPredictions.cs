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
