using System.Reflection;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>config.json: what would repeat a run, and what was made of its data.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Options">All its options with their values, by their names without dashes.</param>
/// <param name="Columns">What the columns were taken for.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
/// <param name="PositiveClass">The class with positive scores; null where there are not two.</param>
/// <param name="Versions">What the run was made with.</param>
internal sealed record ConfigDocument(
    int SchemaVersion,
    string Command,
    IReadOnlyDictionary<string, object> Options,
    ConfigDocument.ColumnList Columns,
    IReadOnlyList<string> Classes,
    string? PositiveClass,
    IReadOnlyDictionary<string, string> Versions)
{
    /// <param name="command">The command.</param>
    /// <param name="options">Its options.</param>
    /// <param name="outcome">What came of it.</param>
    public static ConfigDocument Of(string command, IReadOnlyDictionary<string, object> options, TrainingOutcome outcome) => new(
        1,
        command,
        options,
        new(
            outcome.Tables.Roles.Label,
            outcome.Tables.Roles.Weight,
            [.. outcome.Columns.Features.Select(feature => new FeatureColumn(feature.Name, ColumnTypes.Text(feature.Kind), feature.IsIndicated, feature.IsFilled, feature.IsHashed))],
            outcome.Tables.Roles.Ignored,
            [.. outcome.Columns.Dropped.Select(dropped => new LeftOut(dropped.Name, dropped.Reason))]),
        outcome.Task.Classes,
        outcome.Task.PositiveClass,
        new SortedDictionary<string, string>
        {
            ["mlnet-loss"] = VersionOf(typeof(ConfigDocument).Assembly),
            ["Microsoft.ML"] = VersionOf(typeof(MLContext).Assembly),
            ["TorchSharp"] = VersionOf(typeof(TorchSharp.torch).Assembly),
            [".NET"] = Environment.Version.ToString(),
        });

    internal static string VersionOf(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+')[0];

    /// <summary>What the columns were taken for.</summary>
    internal sealed record ColumnList(string Label, string? Weight, IReadOnlyList<FeatureColumn> Features, IReadOnlyList<string> Ignored, IReadOnlyList<LeftOut> LeftOut);

    /// <summary>A column that was learned from.</summary>
    internal sealed record FeatureColumn(string Name, string Kind, bool MissingIndicated, bool MissingFilled, bool Hashed);

    /// <summary>A column that could not be learned from.</summary>
    internal sealed record LeftOut(string Name, string Reason);
}
