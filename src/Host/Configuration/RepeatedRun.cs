using System.CommandLine;
using System.CommandLine.Parsing;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A run that is to be repeated.</summary>
/// <param name="Config">Its config.json.</param>
/// <param name="Words">The options given beside it.</param>
internal sealed record RepeatedRun(ConfigFile Config, IReadOnlyList<string> Words)
{
    private static readonly string[] OfOneRun = ["--name", "--json", "--force", "--fresh", "--checkpoint-every", "--resume"];

    /// <summary>
    /// Whether an option of a run's config.json is taken over: what was trained, on which data, and how it is reported. Places that are written to come from the command line alone, for the file may be
    /// anybody's; a checkpoint would spare the repetition the work.
    /// </summary>
    public static bool Takes(Option option) => !option.Recursive && !OptionPath.IsWritten(option) && !OfOneRun.Contains(option.Name);

    /// <param name="folder">The folder of the run, or its config.json.</param>
    /// <param name="words">The options given beside it.</param>
    /// <exception cref="CommandException">There is no run.</exception>
    public static RepeatedRun Of(string folder, IReadOnlyList<string> words)
    {
        string path = File.Exists(folder) ? folder : Path.Combine(Path.TrimEndingDirectorySeparator(folder), ConfigDocument.FileName);
        if (!File.Exists(path))
            throw CommandException.Failure(Directory.Exists(folder) ? $"{folder} has no {ConfigDocument.FileName}, so there is no run of mlnet-loss in it." : $"There is no folder {folder}.");
        ConfigFile config = ConfigFile.Load(path);
        if (!config.IsOfARun || config.Command is null)
            throw CommandException.Failure($"{path} does not say what was run: a run's {ConfigDocument.FileName} has 'command' and 'options'. To use a config that you wrote, run a command with --config {path}.");
        return new RepeatedRun(config, [.. words, .. DecimalMarkFor(config, words)]);
    }

    // Another file in place of the run's is read as that was; the run's own shows its mark itself.
    private static IEnumerable<string> DecimalMarkFor(ConfigFile config, IReadOnlyList<string> words)
    {
        string? mark = ((config.Root["reading"] as ConfigNode.Group)?["found"] as ConfigNode.Group)?.TextOf("decimal-mark");
        bool IsGiven(string option) => words.Any(word => word == option || word.StartsWith($"{option}=", StringComparison.Ordinal));
        return mark is not null && IsGiven("--dataset") && !IsGiven("--decimal-mark") ? [$"--decimal-mark={mark}"] : [];
    }

    /// <summary>Options that say where the results go, as far as the command line does not.</summary>
    /// <param name="line">The command line, as one of the run's command.</param>
    public IEnumerable<string> Destination(ParseResult line)
    {
        bool hasOutput = IsGiven(line, "--output"), hasName = IsGiven(line, "--name");
        string parent = ParentOf(Path.GetDirectoryName(Config.Path) ?? ""), name = Path.GetFileName(Config.Folder);
        if (!hasOutput)
            yield return $"--output={parent}";
        if (!hasName)
            yield return $"--name={(hasOutput ? name : FreeName(parent, name))}";
    }

    private static bool IsGiven(ParseResult line, string option) => line.GetResult(option) is OptionResult { Implicit: false };

    // As the user put it, where that says it.
    private static string ParentOf(string folder) => Path.GetFileName(folder) is "" or "." or ".."
        ? Path.GetDirectoryName(Path.GetFullPath(folder.Length == 0 ? "." : folder)) ?? "/"
        : Path.GetDirectoryName(folder) is { Length: > 0 } parent ? parent : ".";

    private static string FreeName(string parent, string name) =>
        Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? $"{name}-rerun" : $"{name}-rerun-{i}").First(free => !Path.Exists(Path.Combine(parent, free)));
}
