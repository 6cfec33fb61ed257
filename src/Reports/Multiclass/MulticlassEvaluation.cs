using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions of one of several classes did.</summary>
public sealed record MulticlassEvaluation : TaskEvaluation
{
    /// <summary>The classes, in the order of the scores.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether scores are probabilities. Otherwise what needs probabilities is absent.</summary>
    public required bool HasProbabilities { get; init; }

    /// <summary>Which class was predicted for which.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>The figures of each class, in the order of <see cref="Classes"/>.</summary>
    public required IReadOnlyList<ClassFigures> PerClass { get; init; }

    /// <summary>How often the true class was among the k likeliest.</summary>
    public required IReadOnlyList<TopAccuracy> Top { get; init; }

    /// <summary>How often the likeliest class was right, by what its probability was; empty where scores are no probabilities.</summary>
    public IReadOnlyList<CalibrationBin> Calibration { get; init; } = [];

    /// <summary>The pairs of classes that are taken for each other most often, the most frequent first.</summary>
    public required IReadOnlyList<ConfusedPair> ConfusedPairs { get; init; }

    /// <summary>Misclassified rows as pictures; null where rows are no pictures.</summary>
    public ImageExamples? Images { get; init; }

    /// <summary>Evaluates predictions. Rows whose class is none of the classes, or with a score or weight that is no number, are left out, and counted.</summary>
    /// <param name="predictions">Classes and scores.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The evaluation. What is not defined on these rows is NaN, with the reason.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or an option is out of its range.</exception>
    public static MulticlassEvaluation Of(MulticlassPredictions predictions, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        options ??= new EvaluationOptions();
        options.Check();
        var rows = new MulticlassRows(predictions, predictions.Usable());
        MulticlassFigures figures = MulticlassFigures.Of(rows, options);
        ConfusionCounts sums = ConfusionCounts.Of(rows);
        return new MulticlassEvaluation
        {
            Rows = rows.Usable.Summary,
            Metrics = figures.Metrics,
            Bootstrap = options.Bootstrap,
            Worst = WorstOf(rows, options),
            Classes = predictions.Classes,
            HasProbabilities = predictions.HasProbabilities,
            Confusion = ConfusionMatrix.Of(rows, sums, options.ConfusionClasses),
            PerClass = figures.PerClass(sums),
            Top = figures.Top,
            Calibration = predictions.HasProbabilities ? CalibrationTable.Of(rows.Confidence, place => rows.Actual[place] == rows.Predicted[place], rows.Weights, options) : [],
            ConfusedPairs = ConfusedPair.Of(rows, sums, options.ConfusedPairs),
            Images = ImageExamples.Of(rows, options.Images),
        };
    }

    private static WorstPredictions WorstOf(MulticlassRows rows, EvaluationOptions options)
    {
        bool hasProbabilities = rows.Source.HasProbabilities;
        double[] badness = new double[rows.Count];
        int[] placeOf = new int[rows.Count];
        for (int place = 0; place < rows.Count; place++)
        {
            int row = rows.RowAt(place);
            placeOf[row] = place;
            badness[row] = hasProbabilities ? ClippedLogLoss.Of(rows.Truth[place]) : rows.Confidence[place] - rows.Truth[place];
        }
        return rows.Usable.Worst(
            hasProbabilities ? "log-loss" : "score of the predicted class above that of the true one",
            badness,
            options.WorstRows,
            row => (rows.Source.Classes[rows.Actual[placeOf[row]]], rows.Source.Classes[rows.Predicted[placeOf[row]]], hasProbabilities ? rows.Truth[placeOf[row]] : double.NaN));
    }
}
