using System.CommandLine;
using System.Text.Json;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Configuration;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>A run that was made before, by what it left in its folder.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="LeftOut">The columns that could not be learned from, each with the reason.</param>
internal sealed record RecalledRun(RunFacts Facts, IReadOnlyDictionary<string, string> LeftOut)
{
    /// <summary>The config.json in a folder; null where there is none, or the folder is a file.</summary>
    public static ConfigFile? ConfigIn(string folder)
    {
        string path = Path.Combine(folder, ConfigDocument.FileName);
        return File.Exists(path) && ConfigFile.Load(path) is { IsOfARun: true } config ? config : null;
    }

    /// <summary>Divides the data of a run as it was divided then.</summary>
    /// <param name="config">Its config.json.</param>
    /// <param name="root">The command line's commands.</param>
    /// <param name="changes">Options that are other than they were, as words of a command line.</param>
    /// <param name="context">The user.</param>
    /// <exception cref="CommandException">It was no training run, or its data is gone or has changed.</exception>
    public static RecalledRun Of(ConfigFile config, Command root, IReadOnlyList<string> changes, CommandContext context)
    {
        if (config.Command is null || root.Parse([config.Command]).CommandResult.Command is not TrainingCommand command)
            throw CommandException.Failure($"{config.Path} is of the command '{config.Command}', but reports are made of models that regression or classification trained. Give --dataset and --label-col to measure the model on rows of your choice.");
        var options = new ConfiguredOptions(config, root.Parse([config.Command, .. changes]), command, RepeatedRun.Takes);
        ParseResult parse = root.Parse([config.Command, .. changes, .. options.Words]);
        if (parse.Errors.Count > 0)
            throw CommandException.Failure($"{config.Path}: {parse.Errors[0].Message}");
        foreach (string change in RunChanges.Since(config, options.Has))
            context.Screen.Warn(change);
        (TrainingRequest request, DividedRows division) = command.Divide(parse, context);
        (string? device, double training, double total) = ResultsIn(config.Folder);
        return new RecalledRun(
            new RunFacts(config.Command, Values(config.Options), Texts(config.Root["versions"]), request, division, division.SelectColumns(request.Data.Types.MostCategories), device, training, total),
            LeftOutIn(config.Root["columns"] as ConfigNode.Group));
    }

    private static Dictionary<string, object> Values(IReadOnlyList<ConfigEntry> entries) => entries.ToDictionary(
        entry => entry.Key, object (entry) => entry.Value is ConfigNode.Sequence list ? list.Items.OfType<ConfigNode.Scalar>().Select(item => item.Text).ToArray() : (entry.Value as ConfigNode.Scalar)?.Text ?? "");

    private static Dictionary<string, string> Texts(ConfigNode? node) =>
        (node as ConfigNode.Group)?.Entries.Where(entry => entry.Value is ConfigNode.Scalar).ToDictionary(entry => entry.Key, entry => ((ConfigNode.Scalar)entry.Value).Text) ?? [];

    private static Dictionary<string, string> LeftOutIn(ConfigNode.Group? columns) =>
        ((columns?["leftOut"] as ConfigNode.Sequence)?.Items ?? []).OfType<ConfigNode.Group>()
            .Select(column => (Name: column.TextOf("name"), Reason: column.TextOf("reason")))
            .Where(column => column.Name is not null && column.Reason is not null)
            .ToDictionary(column => column.Name!, column => column.Reason!);

    // A report can do without.
    private static (string? Device, double Training, double Total) ResultsIn(string folder)
    {
        string path = Path.Combine(folder, TrainingCommand.ResultsFile);
        try
        {
            using JsonDocument results = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement seconds = results.RootElement.GetProperty("seconds");
            return (results.RootElement.GetProperty("device").GetString(), seconds.GetProperty("training").GetDouble(), seconds.GetProperty("total").GetDouble());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, double.NaN, double.NaN);
        }
    }
}
