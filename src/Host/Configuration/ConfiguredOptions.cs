using System.CommandLine;
using System.CommandLine.Help;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>
/// Options of a command that come from a config file, as words of a command line: so they are read by the very parsers, and refused in the very words, that the command line has. What the command
/// line gives itself is left out.
/// </summary>
internal sealed class ConfiguredOptions
{
    private readonly ConfigFile _file;
    private readonly Dictionary<string, ConfigEntry> _entries = [];
    private readonly List<(Option Option, ConfigEntry Entry)> _passedOver = [];
    private readonly List<(Option Option, string Path)> _places = [];

    /// <param name="file">The file.</param>
    /// <param name="line">The command line without the file.</param>
    /// <param name="command">The command.</param>
    /// <param name="isTaken">Whether an option is taken from the file.</param>
    /// <exception cref="CommandException">The file is for another command, or has options that the command does not have.</exception>
    public ConfiguredOptions(ConfigFile file, ParseResult line, ConsoleCommand command, Func<Option, bool> isTaken)
    {
        _file = file;
        string name = CommandPath.Of(command)[(CommandPath.Of(line.RootCommandResult.Command).Length + 1)..];
        if (file.Command is { } other && other != name)
            throw CommandException.Usage($"{file.Path} is a config of '{other}', not of '{name}'. Run mlnet-loss {other} --config {file.Path}, or take 'command' and what does not fit out of a copy.");
        Dictionary<string, Option> options = OptionsOf(line, command);
        string[] given = [.. options.Where(pair => IsGiven(line, pair.Value)).Select(pair => pair.Key)];
        HashSet<string> closed = [.. given, .. given.SelectMany(command.AlternativesTo)];
        var words = new List<string>();
        var faults = new List<string>();
        foreach (ConfigEntry entry in file.Options)
        {
            if (!options.TryGetValue(entry.Key, out Option? option))
            {
                faults.Add(Explain(entry, $"{name} has no option '{entry.Key}'.{DidYouMean.Sentence(entry.Key, options.Keys)}"));
            }
            else if (!isTaken(option))
            {
                _passedOver.Add((option, entry));
            }
            else if (!closed.Contains(entry.Key))
            {
                _entries.Add(entry.Key, entry);
                foreach (string value in Values(option, entry, faults).Select(value => OptionPath.Complete(option, value, file.Folder)))
                {
                    words.Add($"{option.Name}={value}");
                    if (OptionPath.IsNamedBy(option) && OptionPath.IsPath(value))
                        _places.Add((option, value));
                }
            }
        }
        Words = faults.Count == 0 ? words : throw CommandException.Usage(faults);
    }

    /// <summary>The path of the file, as the user put it.</summary>
    public string File => _file.Path;

    /// <summary>The options as words of a command line.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The places on disk that are named in the file, in full, each with its option.</summary>
    public IReadOnlyList<(Option Option, string Path)> Places => _places;

    /// <summary>The places to write to that the file names, by its names of options, and that are not taken from it.</summary>
    public IReadOnlyList<string> PlacesPassedOver => [.. _passedOver.Where(pair => OptionPath.IsWritten(pair.Option) && pair.Entry.Value is ConfigNode.Scalar value && OptionPath.IsPath(value.Text)).Select(pair => pair.Entry.Key)];

    /// <summary>Whether an option, by its name without dashes, has its value from the file.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A sentence about an option; where its value is from the file, with the place there.</summary>
    public string Locate(string sentence)
    {
        string name = sentence.StartsWith("--", StringComparison.Ordinal) ? sentence[2..].Split(' ', ':')[0] : "";
        return _entries.TryGetValue(name, out ConfigEntry? entry) ? Explain(entry, sentence) : sentence;
    }

    private static Dictionary<string, Option> OptionsOf(ParseResult line, Command command) =>
        command.Options.Concat(line.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Where(option => option is not (HelpOption or VersionOption) && option.Name != SharedOptions.ConfigName)
            .ToDictionary(option => option.Name.TrimStart('-'));

    private static bool IsGiven(ParseResult line, Option option) => line.GetResult(option) is { Implicit: false };

    private string Explain(ConfigEntry entry, string sentence) => $"{ConfigFault.Place(_file.Path, entry.Line, entry.Column)}: {sentence}";

    // One value, or several for an option that may be given several times.
    private List<string> Values(Option option, ConfigEntry entry, List<string> faults)
    {
        try
        {
            if (entry.Value is ConfigNode.Sequence list && option.Arity.MaximumNumberOfValues > 1)
                return [.. list.Items.Select(item => Text(item, ','))];
            return [Text(entry.Value, (option as IListOption)?.Separator ?? ',')];
        }
        catch (FormatException e)
        {
            faults.Add(Explain(entry, $"'{entry.Key}' {e.Message}"));
            return [];
        }
    }

    private static string Text(ConfigNode node, char separator) => node switch
    {
        ConfigNode.Scalar scalar => scalar.Text,
        ConfigNode.Sequence { Items.Count: 0 } => throw new FormatException("is an empty list. Give it a value, or take the line out; some options take the word none."),
        ConfigNode.Sequence list when list.Items.Any(item => item is ConfigNode.Sequence) && separator == ',' => throw new FormatException("is a list of lists, but must be a plain list or a single value."),
        ConfigNode.Sequence list => string.Join(separator, list.Items.Select(item => item is ConfigNode.Sequence { Items.Count: 0 } ? "none" : Text(item, ','))),
        ConfigNode.Nothing => throw new FormatException("has no value. Give it one, or take the line out."),
        _ => throw new FormatException($"is {node.Kind}, but must be a single value or a list."),
    };
}
