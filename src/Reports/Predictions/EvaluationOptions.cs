namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions are evaluated, and how much of them a report keeps.</summary>
public sealed record EvaluationOptions
{
    /// <summary>How intervals are found. Its seed also draws the samples.</summary>
    public BootstrapPlan Bootstrap { get; init; } = new();

    /// <summary>How many rows a scatter plot shows at most; of more, a sample is drawn. At least 1.</summary>
    public int SampledRows { get; init; } = 2000;

    /// <summary>How many points a curve keeps at most. At least 2.</summary>
    public int CurvePoints { get; init; } = 500;

    /// <summary>How many of the worst predictions are listed.</summary>
    public int WorstRows { get; init; } = 20;

    /// <summary>The number of bins of one width in which probabilities are compared with what came. At least 1.</summary>
    public int CalibrationBins { get; init; } = 15;

    /// <summary>What it costs to call a negative row positive. At least 0.</summary>
    public double FalsePositiveCost { get; init; } = 1;

    /// <summary>What it costs to call a positive row negative. At least 0.</summary>
    public double FalseNegativeCost { get; init; } = 1;

    /// <summary>How many classes the confusion matrix shows at most; of more, the rarest are put together. At least 2.</summary>
    public int ConfusionClasses { get; init; } = 50;

    /// <summary>How many pairs of confused classes are listed.</summary>
    public int ConfusedPairs { get; init; } = 20;

    /// <summary>How many misclassified rows are shown as pictures.</summary>
    public int Images { get; init; } = 24;

    /// <summary>Is told after each resample how many were taken, from any thread. Of several targets each begins anew. Null for nobody.</summary>
    public Action<int>? ResampleTaken { get; init; }

    /// <summary>Ends the evaluation with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check()
    {
        string[] faults =
        [
            .. Fault(Bootstrap.Resamples >= 1, $"{nameof(Bootstrap)}.{nameof(BootstrapPlan.Resamples)} is {Bootstrap.Resamples}; it must be at least 1."),
            .. Fault(Bootstrap.Confidence is > 0 and < 1, $"{nameof(Bootstrap)}.{nameof(BootstrapPlan.Confidence)} is {Bootstrap.Confidence}; it must lie between 0 and 1."),
            .. Fault(SampledRows >= 1, $"{nameof(SampledRows)} is {SampledRows}; it must be at least 1."),
            .. Fault(CurvePoints >= 2, $"{nameof(CurvePoints)} is {CurvePoints}; it must be at least 2."),
            .. Fault(WorstRows >= 0, $"{nameof(WorstRows)} is {WorstRows}; it must be at least 0."),
            .. Fault(CalibrationBins >= 1, $"{nameof(CalibrationBins)} is {CalibrationBins}; it must be at least 1."),
            .. Fault(FalsePositiveCost is >= 0 and < double.PositiveInfinity, $"{nameof(FalsePositiveCost)} is {FalsePositiveCost}; it must be a number of at least 0."),
            .. Fault(FalseNegativeCost is >= 0 and < double.PositiveInfinity, $"{nameof(FalseNegativeCost)} is {FalseNegativeCost}; it must be a number of at least 0."),
            .. Fault(ConfusionClasses >= 2, $"{nameof(ConfusionClasses)} is {ConfusionClasses}; it must be at least 2."),
            .. Fault(ConfusedPairs >= 0, $"{nameof(ConfusedPairs)} is {ConfusedPairs}; it must be at least 0."),
            .. Fault(Images >= 0, $"{nameof(Images)} is {Images}; it must be at least 0."),
        ];
        if (faults.Length > 0)
            throw new ArgumentException($"These options of an evaluation cannot be: {string.Join(' ', faults)}");
    }

    private static IEnumerable<string> Fault(bool isFine, FormattableString message) => isFine ? [] : [FormattableString.Invariant(message)];
}
