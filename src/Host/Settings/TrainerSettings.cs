using System.CommandLine;
using MLNet.LossExperiments.Host.Help;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The settings of a training command. Each maps onto one property of the trainers' options, which hold all defaults.</summary>
internal sealed class TrainerSettings
{
    private readonly IReadOnlyList<TrainerSetting> _all;

    /// <param name="defaults">The options whose values are the defaults.</param>
    public TrainerSettings(MlpOptions defaults)
        : this(
            [
                .. MainGroups(),
                defaults is MlpRegressionOptions ? ("Predictions", RegressionSettings.All()) : ("Predictions", ClassificationSettings.All()),
                ("Interrupting and recording", [.. CheckpointSettings.All(), .. RecordSettings.All()]),
            ],
            defaults,
            [])
    {
    }

    private TrainerSettings(IEnumerable<(string Heading, IEnumerable<TrainerSetting> Settings)> groups, MlpOptions defaults, IReadOnlyList<string> leftOut)
    {
        var kept = groups.Select(group => (group.Heading, Settings: group.Settings.Where(setting => !leftOut.Contains(setting.Property)).ToList())).ToList();
        _all = [.. kept.SelectMany(group => group.Settings)];
        Groups = [.. kept.Select(group => new OptionGroup(group.Heading, [.. group.Settings.Select(setting => setting.Option)]))];
        foreach (TrainerSetting setting in _all)
        {
            string description = setting.Option.Description!;
            if (setting.Show(defaults) is { } value && !description.Contains("[default:", StringComparison.Ordinal))
                setting.Option.Description = $"{description} [default: {value}]";
        }
    }

    /// <summary>The settings of a comparison: those that mean something for every task, for many networks at once, and for networks of which none is kept.</summary>
    public static TrainerSettings ForComparison() => new(
        MainGroups(), new MlpRegressionOptions(), [nameof(MlpOptions.Members), nameof(MlpOptions.TimeLimit), nameof(MlpOptions.Seed), nameof(MlpOptions.Monitor)]);

    /// <summary>The options under headings.</summary>
    public IReadOnlyList<OptionGroup> Groups { get; }

    public IEnumerable<Option> Options => _all.Select(setting => setting.Option);

    /// <summary>The options with everything that the user gave.</summary>
    /// <exception cref="CommandException">Some are out of range; all of these are told.</exception>
    /// <param name="parse">The command line.</param>
    /// <param name="defaults">The options to change.</param>
    /// <param name="isTaskKnown">Whether the kind of the options is final; if not, what depends on it is left as it is.</param>
    public MlpOptions Apply(ParseResult parse, MlpOptions defaults, bool isTaskKnown = true)
    {
        MlpOptions options = defaults;
        var faults = new List<string>();
        foreach (TrainerSetting setting in _all.Where(setting => isTaskKnown || !setting.DependsOnTask))
        {
            try
            {
                options = setting.Apply(parse, options);
            }
            catch (FormatException e)
            {
                faults.Add($"{setting.Option.Name} {e.Message}");
            }
        }
        faults.AddRange(options.FindFaults().Select(Explain));
        return faults.Count == 0 ? options : throw CommandException.Usage(faults);
    }

    /// <summary>The settings as one would give them on the command line, by option name without dashes. Files are named in full.</summary>
    public IEnumerable<KeyValuePair<string, string>> Show(MlpOptions options) =>
        from setting in _all
        let value = setting.Show(options)
        where value is not null
        select KeyValuePair.Create(setting.Option.Name.TrimStart('-'), OptionPath.Complete(setting.Option, value, "."));

    private static IEnumerable<(string Heading, IEnumerable<TrainerSetting> Settings)> MainGroups() =>
        [("Network", NetworkSettings.All()), ("Optimization", OptimizationSettings.All()), ("Training", CourseSettings.All())];

    private string Explain(OptionFault fault) => _all.FirstOrDefault(setting => setting.Property == fault.Option)?.Explain(fault) ?? fault.ToString();
}
