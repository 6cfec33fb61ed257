using System.CommandLine;
using System.CommandLine.Completions;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using Entry = MLNet.LossExperiments.Host.Completion.CatalogCompletion.Entry;

namespace MLNet.LossExperiments.Host.Completion;

/// <summary>Tells the options of all commands what their values may be, for the shell to complete. The values come from the catalogs and types that also read them.</summary>
internal static class ValueCompletion
{
    private static readonly Dictionary<string, Func<Command, string, IEnumerable<string>>> ByOption = new()
    {
        ["--loss"] = (command, word) => CatalogCompletion.Of(LossesOf(command), word),
        ["--losses"] = (command, word) => CatalogCompletion.OfList(LossesOf(command), word),
        ["--optimizer"] = (_, word) => CatalogCompletion.Of(CatalogCompletion.EntriesOf(OptimizerCatalog.All), word),
        ["--schedule"] = (_, word) => CatalogCompletion.Of(CatalogCompletion.EntriesOf(ScheduleCatalog.All), word),
        ["--monitor"] = (command, word) => CatalogCompletion.Of([new Entry(ValidationMonitor.Loss.ToString(), []), .. MetricsOf(command), .. LossesOf(command)], word),
        ["--criterion"] = (command, word) => CatalogCompletion.Of(MetricsOf(command), word),
        ["--activation"] = (_, _) => NamesOf(typeof(Activation)),
        ["--normalize"] = (_, _) => NamesOf(typeof(InputScaling)),
        ["--calibration"] = (_, _) => NamesOf(typeof(CalibrationKind)),
        ["--device"] = (_, _) => new[] { TrainingDevice.Auto, TrainingDevice.Cpu, TrainingDevice.Cuda(), TrainingDevice.Mps }.Select(device => device.ToString()),
    };

    /// <summary>The options whose values are known by the option's name; the others show them by their type or their help.</summary>
    public static IEnumerable<string> Options => ByOption.Keys;

    /// <param name="command">The command whose options, and those of all commands below it, are told.</param>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
            Add(command, option);
        foreach (Command below in command.Subcommands)
            AddTo(below);
    }

    /// <summary>The losses of all tasks.</summary>
    public static IEnumerable<CompletionItem> AnyLoss(CompletionContext context) =>
        CatalogCompletion.Of(LossesOf(context.ParseResult.RootCommandResult.Command), context.WordToComplete).Where(value => StartsWithWord(value, context)).Select(value => new CompletionItem(value));

    private static void Add(Command command, Option option)
    {
        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        Func<CompletionContext, IEnumerable<string>>? values =
            ByOption.TryGetValue(option.Name, out Func<Command, string, IEnumerable<string>>? named) ? context => named(command, context.WordToComplete)
            : type == typeof(LossTask) ? _ => LossTask.All.Select(task => task.Name)
            : type.IsEnum ? _ => NamesOf(type)
            : option.HelpName is "COLUMN" or "COLUMNS" ? context => ColumnCompletion.Of(context, isList: option.HelpName == "COLUMNS")
            // Where help lists the values in small letters, those are the values.
            : option.HelpName is { } help && help.Contains('|', StringComparison.Ordinal) && help.All(c => c == '|' || char.IsAsciiLetterLower(c)) ? _ => help.Split('|')
            : null;
        if (values is null)
            return;
        option.CompletionSources.Clear();
        option.CompletionSources.Add(context => values(context).Concat(After(option, context)).Where(value => StartsWithWord(value, context)));
    }

    private static bool StartsWithWord(string value, CompletionContext context) => value.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase);

    // A switch needs no value, so that what follows may as well be the next option.
    private static IEnumerable<string> After(Option option, CompletionContext context)
    {
        ParseResult parse = context.ParseResult;
        IEnumerable<Option> shared = parse.RootCommandResult.Command.Options.Where(other => other.Recursive);
        return option.Arity.MinimumNumberOfValues > 0
            ? []
            : parse.CommandResult.Command.Options.Concat(shared).Where(other => parse.GetResult(other) is null or { Implicit: true }).Select(other => other.Name).Distinct();
    }

    private static IReadOnlyList<Entry> LossesOf(Command command)
    {
        IReadOnlyList<Entry> forNumbers = CatalogCompletion.EntriesOf(LossCatalog.Regression);
        Entry[] forClasses = [.. CatalogCompletion.EntriesOf(LossCatalog.Binary), .. CatalogCompletion.EntriesOf(LossCatalog.Multiclass)];
        return ForTask(command, forNumbers, forClasses);
    }

    private static IReadOnlyList<Entry> MetricsOf(Command command)
    {
        IReadOnlyList<Entry> forNumbers = CatalogCompletion.EntriesOf(MetricCatalog.Regression);
        Entry[] forClasses = [.. CatalogCompletion.EntriesOf(MetricCatalog.Binary), .. CatalogCompletion.EntriesOf(MetricCatalog.Multiclass)];
        return ForTask(command, forNumbers, forClasses);
    }

    private static IReadOnlyList<Entry> ForTask(Command command, IReadOnlyList<Entry> forNumbers, IReadOnlyList<Entry> forClasses) => command.Name switch
    {
        "regression" => forNumbers,
        "classification" => forClasses,
        _ => [.. forNumbers, .. forClasses],
    };

    private static IEnumerable<string> NamesOf(Type enumeration) => Enum.GetNames(enumeration).Select(name => name.ToLowerInvariant());
}
