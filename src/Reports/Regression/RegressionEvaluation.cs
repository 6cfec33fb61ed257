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
}
