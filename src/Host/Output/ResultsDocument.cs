using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>results.json, and what --json prints: how a run ended.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Task">What was learned: regression, binary or multiclass.</param>
/// <param name="Dataset">The file.</param>
/// <param name="Label">The column that is predicted.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
/// <param name="PositiveClass">The class with positive scores; null where there are not two.</param>
/// <param name="Loss">The loss, with its parameters.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Device">Where was trained.</param>
/// <param name="Rows">How many rows served for what.</param>
/// <param name="Features">The number of slots of the feature vector.</param>
/// <param name="Parameters">The number of weights and biases of the model.</param>
/// <param name="BestEpoch">The epoch whose weights the model has.</param>
/// <param name="StoppedEarly">Whether patience ran out.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Metrics">For each set that was evaluated, the metrics by name, log-losses in nats; null where one is not defined.</param>
/// <param name="Intervals">For each set, the 95 % intervals of the metrics by name; absent where there is none, as of a single row.</param>
/// <param name="MissingMetrics">For each set, why a metric is null, by name, in a sentence.</param>
/// <param name="Files">The files written.</param>
/// <param name="History">The epochs; of an ensemble those of the first network.</param>
/// <param name="Members">The networks of an ensemble, or the one: the seed of the fit, its best epoch, its epochs.</param>
internal sealed record ResultsDocument(
    int SchemaVersion,
    string Command,
    string Task,
    string Dataset,
    string Label,
    IReadOnlyList<string> Classes,
    string? PositiveClass,
    string Loss,
    int Seed,
    string Device,
    ResultsDocument.RowCounts Rows,
    int Features,
    long Parameters,
    int BestEpoch,
    bool StoppedEarly,
    ResultsDocument.Durations Seconds,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Metrics,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricInterval>> Intervals,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> MissingMetrics,
    ResultsDocument.FileList Files,
    IReadOnlyList<EpochRecord> History,
    IReadOnlyList<ResultsDocument.Member> Members)
{
    /// <param name="command">The command.</param>
    /// <param name="dataset">The file.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="files">The files written.</param>
    public static ResultsDocument Of(string command, string dataset, TrainingOutcome outcome, FileList files)
    {
        MlpNetwork network = outcome.Pipeline.Trained.Network;
        TrainingHistory history = outcome.Pipeline.Trained.History;
        DataSets sets = outcome.Sets;
        return new ResultsDocument(
            1,
            command,
            outcome.Task.Name,
            dataset,
            outcome.Tables.Roles.Label,
            outcome.Task.Classes,
            outcome.Task.PositiveClass,
            history.Loss,
            history.Seed,
            outcome.Start.Device,
            new(sets.Training.Count, sets.Validation.Count, sets.Test.Count, outcome.Tables.RowCount - sets.RowCount),
            network.FeatureCount,
            network.ParameterCount,
            history.BestEpoch,
            history.StopReason != StopReason.EpochsDone,
            new(history.Epochs.Sum(epoch => epoch.Seconds), outcome.Elapsed.TotalSeconds),
            outcome.Measured.ToDictionary(set => set.Name, IReadOnlyDictionary<string, double> (set) => set.Metrics.ToDictionary(metric => metric.Key, metric => metric.Value)),
            outcome.Measured.ToDictionary(set => set.Name, set => MetricInterval.Of(set.Metrics)),
            outcome.Measured.ToDictionary(set => set.Name, set => set.MissingMetrics),
            files,
            history.Epochs,
            [.. outcome.Pipeline.Trained.Members.Select(member => new Member(member.History.Seed, member.History.BestEpoch, member.History.StopReason.ToString(), member.History.Epochs))]);
    }

    /// <summary>How many rows served for what.</summary>
    /// <param name="Training">The rows trained on.</param>
    /// <param name="Validation">The rows that early stopping watched; 0 for none.</param>
    /// <param name="Test">The rows of the final test; 0 for none.</param>
    /// <param name="Skipped">The rows left out, which had no label, or one that the dataset does not have.</param>
    internal sealed record RowCounts(int Training, int Validation, int Test, int Skipped);

    /// <summary>One network.</summary>
    /// <param name="Seed">Its seed.</param>
    /// <param name="BestEpoch">The epoch whose weights it has.</param>
    /// <param name="StopReason">Why its fit ended: EpochsDone, NoImprovement or TimeLimit.</param>
    /// <param name="Epochs">Its epochs.</param>
    internal sealed record Member(int Seed, int BestEpoch, string StopReason, IReadOnlyList<EpochRecord> Epochs);

    /// <summary>How long it took, in seconds.</summary>
    /// <param name="Training">Training alone.</param>
    /// <param name="Total">Everything, from reading the data to measuring.</param>
    internal sealed record Durations(double Training, double Total);

    /// <summary>The files written.</summary>
    /// <param name="Model">The model, for ML.NET to load.</param>
    /// <param name="Config">config.json.</param>
    /// <param name="Results">results.json.</param>
    /// <param name="Report">The report for people; null where none was wanted.</param>
    internal sealed record FileList(string Model, string Config, string Results, string? Report);
}
