using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>
/// What a fit depends on, by name, made from the options themselves: every property of the record counts unless it is excluded here. Numbers are exact, and those of optimizers, schedules and the like are listed
/// one by one, so that a message can name the one that differs.
/// </summary>
internal static class FitSettings
{
    private const string NameProperty = "Name";

    /// <summary>Options that do not change what a step does (where, how long, who watches), or that count by what they stand for: columns by their content, the seed by its value.</summary>
    public static IReadOnlySet<string> Excluded { get; } = new HashSet<string>
    {
        nameof(MlpOptions.FeatureColumnName), nameof(MlpOptions.LabelColumnName), nameof(MlpOptions.ExampleWeightColumnName), nameof(MlpOptions.Seed), nameof(MlpOptions.Device),
        nameof(MlpOptions.TimeLimit), nameof(MlpOptions.MeasureTrainingLoss), nameof(MlpOptions.Checkpoint), nameof(MlpOptions.ResumeFrom), nameof(MlpOptions.Observers), nameof(MlpOptions.CancellationToken),
    };

    /// <summary>The settings of a fit with these options, for example <c>optimizer learning rate</c> with <c>0.001</c>.</summary>
    public static Dictionary<string, string> Of(MlpOptions options)
    {
        var settings = new Dictionary<string, string>();
        foreach (PropertyInfo property in PropertiesOf(options).Where(property => !Excluded.Contains(property.Name)))
            Add(settings, Words(property.Name), property.GetValue(options));
        return settings;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(object options) => options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal);

    private static void Add(Dictionary<string, string> settings, string name, object? value)
    {
        // The texts of losses, monitors and ranges hold all their parameters, exactly.
        if (value is null or string or bool or IFormattable or IEnumerable or Loss or ValidationMonitor or OutputRange)
        {
            settings[name] = Text(value);
            return;
        }
        PropertyInfo[] parts = [.. PropertiesOf(value)];
        if (Array.Find(parts, part => part.Name == NameProperty) is { } own)
            settings[name] = Text(own.GetValue(value));
        foreach (PropertyInfo part in parts.Where(part => part.Name != NameProperty))
            Add(settings, $"{name} {Words(part.Name)}", part.GetValue(value));
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        string text => text,
        bool isTrue => isTrue ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        _ => value.ToString() ?? "",
    };

    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
            words.Append(i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]) ? " " : "").Append(char.ToLowerInvariant(name[i]));
        return words.ToString();
    }
}
