using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>comparison.json: the whole record of a comparison.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Dataset">The file.</param>
/// <param name="Label">The label column.</param>
/// <param name="Task">The task: regression, binary or multiclass.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
/// <param name="Options">All options of the command with their values, by their names without dashes.</param>
/// <param name="Words">What can be said of the settings, in words.</param>
/// <param name="Comparison">Every cell, and what follows from them.</param>
/// <param name="Seconds">How long it took, without cells that were finished before.</param>
internal sealed record ComparisonDocument(
    int SchemaVersion,
    string Command,
    string Dataset,
    string Label,
    string Task,
    IReadOnlyList<string> Classes,
    IReadOnlyDictionary<string, object> Options,
    IReadOnlyList<string> Words,
    LossComparison Comparison,
    double Seconds)
{
    public static ComparisonDocument Of(DataRequest data, IReadOnlyDictionary<string, object> options, ComparisonOutcome outcome) => new(
        2, "compare", data.Dataset, data.Label, outcome.Task.Name, outcome.Task.Classes, options, [.. ComparisonWords.Of(outcome.Comparison)], outcome.Comparison, outcome.Elapsed.TotalSeconds);
}
