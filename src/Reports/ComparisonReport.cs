namespace MLNet.LossExperiments.Reports;

/// <summary>Everything that a report on a comparison of losses shows, as plain data; as JSON it is report.json. Where a number is not defined it is NaN, which JSON writes as null.</summary>
public sealed record ComparisonReport
{
    /// <summary>The version that this library writes and reads.</summary>
    internal const int CurrentVersion = 2;

    /// <summary>Is raised when a reader of an older report would misunderstand.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>What the report is about, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>When the run was made, as ISO 8601; null where nobody said.</summary>
    public string? Created { get; init; }

    /// <summary>The task: regression, binary or multiclass.</summary>
    public required string Task { get; init; }

    /// <summary>The data.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>What all that were compared have in common: options, versions, device.</summary>
    public IReadOnlyList<NamedValue> Options { get; init; } = [];

    /// <summary>The number of splits on which each loss was trained.</summary>
    public required int Splits { get; init; }

    /// <summary>The name of the metric that decides, one of <see cref="Metrics"/>.</summary>
    public required string Criterion { get; init; }

    /// <summary>The metrics, and how the losses compare by each.</summary>
    public required IReadOnlyList<MetricComparison> Metrics { get; init; }

    /// <summary>What was compared, the best by the criterion first, those that failed last.</summary>
    public required IReadOnlyList<ComparedLoss> Losses { get; init; }

    /// <summary>What can be said of the losses, in words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The course of training of each loss, over its networks; on one axis the validation metric, which has one meaning for all losses.</summary>
    public IReadOnlyList<LossCourse> LearningCurves { get; init; } = [];

    /// <summary>What each loss charges for an error; empty where it is not a function of one.</summary>
    public IReadOnlyList<LossShape> LossShapes { get; init; } = [];

    /// <summary>Predictions of two losses for the same rows.</summary>
    public IReadOnlyList<PredictionPair> PredictionPairs { get; init; } = [];

    /// <summary>How to repeat the run; null where it is not known.</summary>
    public Reproduction? Reproduction { get; init; }

    /// <summary>What a reader should know, sentence by sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
