using MLNet.LossExperiments.Measures;

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

    /// <summary>The figures at a few thresholds, ascending.</summary>
    public required IReadOnlyList<ThresholdFigures> ThresholdTable { get; init; }

    /// <summary>Which threshold is best for what: the least cost, the greatest F1, the greatest recall minus false positive rate. Empty where one class is absent.</summary>
    public IReadOnlyList<BestThreshold> BestThresholds { get; init; } = [];

    /// <summary>What a false positive costs, by which the threshold of least cost was found.</summary>
    public required double FalsePositiveCost { get; init; }

    /// <summary>What a false negative costs.</summary>
    public required double FalseNegativeCost { get; init; }

    /// <summary>How many of the positive rows are found in the rows with the greatest scores; null where there is no positive row.</summary>
    public GainCurve? Gain { get; init; }

    /// <summary>Evaluates predictions. Rows whose score or weight is no number are left out, and counted.</summary>
    /// <param name="predictions">Labels and scores.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The evaluation. What is not defined on these rows is NaN, with the reason.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, a probability is none, or an option is out of its range.</exception>
    public static BinaryEvaluation Of(BinaryPredictions predictions, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        options ??= new EvaluationOptions();
        options.Check();
        var rows = new BinaryRows(predictions, predictions.Usable());
        bool hasPositives = rows.Positives > 0, hasBoth = hasPositives && rows.Negatives > 0;
        BestThreshold[] best = hasBoth ? BestThreshold.Of(rows, options) : [];
        return new BinaryEvaluation
        {
            Rows = rows.Usable.Summary,
            Metrics = BinaryFigures.Measure(rows, options),
            Bootstrap = options.Bootstrap,
            Worst = WorstOf(rows, options),
            PositiveClass = predictions.PositiveClass,
            NegativeClass = predictions.NegativeClass,
            HasProbabilities = predictions.HasProbabilities,
            AtThreshold = ThresholdFigures.At(predictions.EffectiveThreshold, rows, options),
            Roc = hasBoth ? RocCurve.Of(rows, options.CurvePoints) : null,
            PrecisionRecall = hasPositives ? PrecisionRecallCurve.Of(rows, options.CurvePoints) : null,
            Scores = ScoreDistributions.Of(rows),
            Calibration = predictions.HasProbabilities ? CalibrationTable.Of(rows.Scores, place => rows.IsPositive[place], rows.Weights, options) : [],
            Thresholds = ThresholdCounts.Of(rows, [.. best.Select(one => one.Figures.Threshold)]),
            ThresholdTable = ThresholdChoice.Few(rows, options),
            BestThresholds = best,
            FalsePositiveCost = options.FalsePositiveCost,
            FalseNegativeCost = options.FalseNegativeCost,
            Gain = hasPositives ? GainCurve.Of(rows, options.CurvePoints) : null,
        };
    }

    private static WorstPredictions WorstOf(BinaryRows rows, EvaluationOptions options)
    {
        BinaryPredictions source = rows.Source;
        double threshold = source.EffectiveThreshold;
        double Truth(int place) => rows.IsPositive[place] ? rows.Scores[place] : 1 - rows.Scores[place];
        double[] badness = new double[rows.Count];
        double[] probabilities = new double[rows.Count];
        string[] predicted = new string[rows.Count];
        string[] actual = new string[rows.Count];
        for (int place = 0; place < rows.Count; place++)
        {
            int row = rows.RowAt(place);
            bool isPositive = rows.IsPositive[place];
            badness[row] = source.HasProbabilities ? ClippedLogLoss.Of(Truth(place)) : (isPositive ? -1 : 1) * (rows.Scores[place] - threshold);
            probabilities[row] = source.HasProbabilities ? Truth(place) : double.NaN;
            actual[row] = isPositive ? source.PositiveClass : source.NegativeClass;
            predicted[row] = rows.Scores[place] > threshold ? source.PositiveClass : source.NegativeClass;
        }
        return rows.Usable.Worst(
            source.HasProbabilities ? "log-loss" : "score beyond the threshold, on the wrong side",
            badness,
            options.WorstRows,
            row => (actual[row], predicted[row], probabilities[row]));
    }
}
