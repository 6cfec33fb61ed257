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
}
