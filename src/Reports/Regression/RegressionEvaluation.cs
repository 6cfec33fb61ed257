namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions of a number did.</summary>
public sealed record RegressionEvaluation : TaskEvaluation
{
    /// <summary>The name of what is predicted.</summary>
    public required string Target { get; init; }

    /// <summary>Labels with their predictions, row by row: all of them, or a sample.</summary>
    public required PredictionSample Predictions { get; init; }

    /// <summary>The distribution of the residuals, label minus prediction.</summary>
    public required Histogram ResidualHistogram { get; init; }

    /// <summary>The residuals in a nutshell.</summary>
    public required NumberSummary Residuals { get; init; }

    /// <summary>The residuals against those of a normal distribution.</summary>
    public required NormalPlot NormalPlot { get; init; }

    /// <summary>The error by tenths of the rows in the order of the label. Fewer than ten groups where labels tie, which stay together.</summary>
    public required IReadOnlyList<ErrorGroup> ErrorByLabel { get; init; }

    /// <summary>The error by tenths of the rows in the order of the prediction.</summary>
    public required IReadOnlyList<ErrorGroup> ErrorByPrediction { get; init; }

    /// <summary>How the intervals did that quantiles or variances give; null where predictions are single numbers.</summary>
    public IntervalEvaluation? Intervals { get; init; }

    /// <summary>Evaluates predictions. Rows whose label, prediction or weight is no number are left out, and counted.</summary>
    /// <param name="predictions">Labels and predictions.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The evaluation. What is not defined on these rows is NaN, with the reason.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or an option is out of its range.</exception>
    public static RegressionEvaluation Of(RegressionPredictions predictions, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        options ??= new EvaluationOptions();
        options.Check();
        var rows = new RegressionRows(predictions, predictions.Usable());
        double[] residuals = rows.Residuals, absolute = [.. residuals.Select(Math.Abs)];
        return new RegressionEvaluation
        {
            Target = predictions.Target,
            Rows = rows.Usable.Summary,
            Metrics = RegressionFigures.Measure(rows, options),
            Bootstrap = options.Bootstrap,
            Worst = rows.Usable.Worst("absolute error", absolute, options.WorstRows, row => (rows.ActualText(row), rows.PredictedText(row), double.NaN)),
            Predictions = rows.Sample(options),
            ResidualHistogram = Histogram.Of(residuals, rows.Weights),
            Residuals = NumberSummary.Of(residuals),
            NormalPlot = NormalPlot.Of(residuals, rows.Weights, options.CurvePoints),
            ErrorByLabel = ErrorGroup.By(rows.Actual, rows, options.Bootstrap.Confidence),
            ErrorByPrediction = ErrorGroup.By(rows.Predicted, rows, options.Bootstrap.Confidence),
            Intervals = rows.Quantiles is null ? null : IntervalEvaluation.Of(rows, rows.Quantiles, options.Bootstrap.Confidence),
        };
    }
}
