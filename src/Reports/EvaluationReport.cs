namespace MLNet.LossExperiments.Reports;

/// <summary>
/// Everything that a report on one model shows, as plain data: what it was learned from, what it is, how training went, and how it did on rows that it had not seen. Pages, tables and pictures are made from
/// this record alone; as JSON it is report.json. Where a number is not defined it is NaN, which JSON writes as null.
/// </summary>
public sealed record EvaluationReport
{
    /// <summary>Is raised when a reader of an older report would misunderstand.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>What the report is about, in a line: <c>MEDV of boston.csv, learned with mse</c>.</summary>
    public required string Title { get; init; }

    /// <summary>When the run was made, as ISO 8601; null where nobody said.</summary>
    public string? Created { get; init; }

    /// <summary>The data.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>The model.</summary>
    public required ModelSummary Model { get; init; }

    /// <summary>How training went, network by network: one, or as many as an ensemble has; empty where no history was kept.</summary>
    public IReadOnlyList<LearningCurve> LearningCurves { get; init; } = [];

    /// <summary>Why the validation loss lies below or above the training loss; null where it was not measured.</summary>
    public ValidationGap? ValidationGap { get; init; }

    /// <summary>How predictions on rows that were held out did: one record, or for a regression with several targets one for each.</summary>
    public required IReadOnlyList<TaskEvaluation> Evaluations { get; init; }

    /// <summary>What the predictions owe to each feature; null where it was not measured.</summary>
    public PermutationImportance? Importance { get; init; }

    /// <summary>How to repeat the run; null where it is not known.</summary>
    public Reproduction? Reproduction { get; init; }

    /// <summary>What a reader should know, sentence by sentence: rows left out, samples taken, figures that mean little on so few rows.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
