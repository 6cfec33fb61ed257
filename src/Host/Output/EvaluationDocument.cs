using MLNet.LossExperiments.Host.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What evaluate --json prints.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Model">The model's file.</param>
/// <param name="Dataset">The file.</param>
/// <param name="Label">The column that predictions are compared with.</param>
/// <param name="Inputs">The inputs of the model, each with the columns that it was taken from.</param>
/// <param name="NewValues">What the rows lack in the model's columns, or have that training did not know; columns without either are absent.</param>
/// <param name="Task">What is predicted: regression, binary or multiclass.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
/// <param name="Rows">How many rows served, and how many did not.</param>
/// <param name="Metrics">The metrics by name, log-losses in nats; null where one is not defined.</param>
/// <param name="Intervals">The 95 % intervals of the metrics by name; absent where there is none, as of a single row.</param>
/// <param name="MissingMetrics">Why a metric is null, by name, in a sentence.</param>
/// <param name="Confusion">For each class how many of its rows were predicted to be of each class. Empty for regression.</param>
internal sealed record EvaluationDocument(
    int SchemaVersion,
    string Command,
    string Model,
    string Dataset,
    string Label,
    IReadOnlyList<AssignedInput> Inputs,
    IReadOnlyList<NewValues> NewValues,
    string Task,
    IReadOnlyList<string> Classes,
    EvaluationDocument.RowCounts Rows,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, MetricInterval> Intervals,
    IReadOnlyDictionary<string, string> MissingMetrics,
    IReadOnlyList<IReadOnlyList<int>> Confusion)
{
    public static EvaluationDocument Of(LoadedModel model, string dataset, string label, ModelInputs inputs, LabeledScoring scoring, Evaluation evaluation) => new(
        1,
        "evaluate",
        model.Path,
        dataset,
        label,
        inputs.Assigned,
        Output.NewValues.Of(scoring.Tallies),
        model.Task.ToString().ToLowerInvariant(),
        evaluation.Classes,
        new(evaluation.Measured.Rows, scoring.Unlabeled, evaluation.Strangers),
        evaluation.Measured.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value),
        MetricInterval.Of(evaluation.Measured.Metrics),
        evaluation.Measured.MissingMetrics,
        evaluation.Confusion);

    /// <summary>How many rows were evaluated, had no label, or were of a class that the model does not know.</summary>
    /// <param name="Evaluated">Those that served.</param>
    /// <param name="Unlabeled">Those without a label.</param>
    /// <param name="Unknown">Those of a class that the model does not know.</param>
    internal sealed record RowCounts(int Evaluated, int Unlabeled, int Unknown);
}
