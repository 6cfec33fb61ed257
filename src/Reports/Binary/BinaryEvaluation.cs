namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions of one of two classes did.</summary>
public sealed record BinaryEvaluation : TaskEvaluation
{
    /// <summary>The class that scores are high for.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>The other class.</summary>
    public required string NegativeClass { get; init; }

    /// <summary>Whether scores are probabilities of the positive class. Otherwise they are any numbers, and what needs probabilities is absent.</summary>
    public required bool HasProbabilities { get; init; }

    /// <summary>The confusion at the threshold that the model decides by.</summary>
    public required ThresholdFigures AtThreshold { get; init; }

    /// <summary>The receiver operating characteristic; null where one class is absent.</summary>
    public RocCurve? Roc { get; init; }

    /// <summary>Precision against recall; null where there is no positive row.</summary>
    public PrecisionRecallCurve? PrecisionRecall { get; init; }

    /// <summary>The distribution of the scores of each class.</summary>
    public required ScoreDistributions Scores { get; init; }

    /// <summary>How often the positive class came, by what its probability was; empty where scores are no probabilities.</summary>
    public IReadOnlyList<CalibrationBin> Calibration { get; init; } = [];

    /// <summary>The confusion at many thresholds, from which every figure at each of them follows.</summary>
    public required ThresholdCounts Thresholds { get; init; }

    /// <summary>The figures at a few round thresholds.</summary>
    public required IReadOnlyList<ThresholdFigures> ThresholdTable { get; init; }

    /// <summary>Which threshold is best for what: the greatest F1, the least cost, the greatest recall minus false positive rate. Empty where one class is absent.</summary>
    public IReadOnlyList<BestThreshold> BestThresholds { get; init; } = [];

    /// <summary>What a false positive costs, by which the threshold of least cost was found.</summary>
    public required double FalsePositiveCost { get; init; }

    /// <summary>What a false negative costs.</summary>
    public required double FalseNegativeCost { get; init; }

    /// <summary>How many of the positive rows are found in the rows with the greatest scores; null where there is no positive row.</summary>
    public GainCurve? Gain { get; init; }
}
