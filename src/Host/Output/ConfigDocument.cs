using System.Reflection;
using System.Text.Json;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>config.json: what would repeat a run, and what was made of its data.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Options">All its options with their values, by their names without dashes; files are named in full.</param>
/// <param name="Data">What the data files were like.</param>
/// <param name="Reading">How the training rows were read, as the model's file says it, too; null where there is no model.</param>
/// <param name="Columns">What the columns were taken for.</param>
/// <param name="Classes">The classes in the order of the scores; for two, the negative one first. Empty for regression.</param>
/// <param name="PositiveClass">The class with positive scores; null where there are not two.</param>
/// <param name="Versions">What the run was made with.</param>
internal sealed record ConfigDocument(
    int SchemaVersion,
    string Command,
    IReadOnlyDictionary<string, object> Options,
    IReadOnlyList<DataFile> Data,
    ModelReading? Reading,
    ConfigDocument.ColumnList Columns,
    IReadOnlyList<string> Classes,
    string? PositiveClass,
    IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>The name of the file in the folder of a run.</summary>
    public const string FileName = "config.json";

    /// <summary>The version of the schema.</summary>
    public const int Version = 1;

    /// <summary>The names at the top of the file.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ConfigDocument).GetConstructors()[0].GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!))];

    /// <summary>What this process is made of.</summary>
    public static IReadOnlyDictionary<string, string> CurrentVersions { get; } = new SortedDictionary<string, string>
    {
        ["mlnet-loss"] = VersionOf(typeof(ConfigDocument).Assembly),
        ["Microsoft.ML"] = VersionOf(typeof(MLContext).Assembly),
        ["TorchSharp"] = VersionOf(typeof(TorchSharp.torch).Assembly),
        [".NET"] = Environment.Version.ToString(),
    };

    /// <param name="command">The command.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="reading">How the training rows were read; null where there is no model.</param>
    /// <param name="roles">What the columns are for.</param>
    /// <param name="columns">Those that were learned from.</param>
    /// <param name="task">What was learned.</param>
    public static ConfigDocument Of(string command, IReadOnlyDictionary<string, object> options, DataRequest data, ModelReading? reading, ColumnRoles roles, FeatureSelection columns, LearningTask task) => new(
        Version,
        command,
        options,
        [.. data.Files.Where(file => File.Exists(file.Path)).Select(file => DataFile.Of(file.Option, file.Path))],
        reading,
        new(
            roles.Label,
            roles.Weight,
            [.. columns.Features.Select(feature => new FeatureColumn(feature.Name, ColumnTypes.Text(feature.Kind), feature.IsIndicated, feature.IsFilled, feature.IsHashed))],
            roles.Ignored,
            [.. columns.Dropped.Select(dropped => new LeftOut(dropped.Name, dropped.Reason))]),
        task.Classes,
        task.PositiveClass,
        CurrentVersions);

    internal static string VersionOf(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+')[0];

    /// <summary>What the columns were taken for.</summary>
    /// <param name="Label">The column that is predicted.</param>
    /// <param name="Weight">The column that says how much a row counts; null for none.</param>
    /// <param name="Features">The columns learned from, in the order of the feature vector.</param>
    /// <param name="Ignored">The columns that the user wanted left out.</param>
    /// <param name="LeftOut">The columns that could not be learned from.</param>
    internal sealed record ColumnList(string Label, string? Weight, IReadOnlyList<FeatureColumn> Features, IReadOnlyList<string> Ignored, IReadOnlyList<LeftOut> LeftOut);

    /// <summary>A column that was learned from.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it holds: number or category.</param>
    /// <param name="MissingIndicated">Whether the network is told where a value is missing.</param>
    /// <param name="MissingFilled">Whether missing values are filled in.</param>
    /// <param name="Hashed">Whether its words are told apart by their hashes, being too many for a slot each.</param>
    internal sealed record FeatureColumn(string Name, string Kind, bool MissingIndicated, bool MissingFilled, bool Hashed);

    /// <summary>A column that could not be learned from.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Reason">Why not.</param>
    internal sealed record LeftOut(string Name, string Reason);
}
