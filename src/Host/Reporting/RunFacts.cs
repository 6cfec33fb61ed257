using System.Globalization;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Runs;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>What is known of the run that made a model.</summary>
/// <param name="Command">The command.</param>
/// <param name="Options">Its options, by their names without dashes.</param>
/// <param name="Versions">What it was made with.</param>
/// <param name="Request">What was to be trained.</param>
/// <param name="Division">Its rows.</param>
/// <param name="Columns">What was learned from.</param>
/// <param name="Device">Where was trained; null where nobody knows.</param>
/// <param name="TrainingSeconds">How long training took; NaN where nobody knows.</param>
/// <param name="TotalSeconds">How long everything took.</param>
internal sealed record RunFacts(
    string Command,
    IReadOnlyDictionary<string, object> Options,
    IReadOnlyDictionary<string, string> Versions,
    TrainingRequest Request,
    DividedRows Division,
    FeatureSelection Columns,
    string? Device,
    double TrainingSeconds,
    double TotalSeconds)
{
    // Places on this machine, and what only spares or records work: they are no part of what was learned.
    private static readonly string[] NotRepeated = ["output", "name", "report", "history", "tensorboard", "checkpoint", "checkpoint-every", "resume"];

    /// <summary>Whether the network works in training in another way than in validation.</summary>
    public bool HasTrainingMode => Division.Task.Options is { Dropout: > 0 } or { BatchNormalization: true };

    /// <summary>The command that does the same again.</summary>
    public string CommandLine => Line(Command, Options);

    /// <summary>A command with its options, as one would type it.</summary>
    public static string Line(string command, IEnumerable<KeyValuePair<string, object>> options) =>
        string.Join(" ", [$"mlnet-loss {command}", .. options.Where(option => !NotRepeated.Contains(option.Key)).Select(option => $"--{option.Key} {string.Join(" ", TextsOf(option.Value).Select(Quote))}")]);

    /// <summary>The values of an option as texts.</summary>
    public static IEnumerable<string> TextsOf(object value) => value is IEnumerable<string> several ? several : [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""];

    /// <summary>A word as shells of Unix read it.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./,:=%+@".Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
