using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A run that is to be repeated.</summary>
/// <param name="Config">Its config.json.</param>
/// <param name="Words">The options given beside it, and where the results go.</param>
internal sealed record RepeatedRun(ConfigFile Config, IReadOnlyList<string> Words)
{
    /// <summary>What a repetition does not take over: places that it would overwrite, and a checkpoint that would spare it the work.</summary>
    public static IReadOnlyList<string> NotRepeated { get; } = ["output", "name", "history", "tensorboard", "checkpoint", "checkpoint-every", "resume"];

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
        bool hasOutput = words.Any(word => word is "-o" or "--output" || word.StartsWith("--output=", StringComparison.Ordinal));
        bool hasName = words.Any(word => word is "--name" || word.StartsWith("--name=", StringComparison.Ordinal));
        string parent = ParentOf(Path.GetDirectoryName(path) ?? ""), name = Path.GetFileName(config.Folder);
        string[] output = hasOutput ? [] : [$"--output={parent}"];
        string[] named = hasName ? [] : [$"--name={(hasOutput ? name : FreeName(parent, name))}"];
        return new RepeatedRun(config, [.. words, .. DecimalMarkFor(config, words), .. output, .. named]);
    }

    // Another file in place of the run's is read as that was; the run's own shows its mark itself.
    private static IEnumerable<string> DecimalMarkFor(ConfigFile config, IReadOnlyList<string> words)
    {
        string? mark = ((config.Root["reading"] as ConfigNode.Group)?["found"] as ConfigNode.Group)?.TextOf("decimal-mark");
        bool IsGiven(string option) => words.Any(word => word == option || word.StartsWith($"{option}=", StringComparison.Ordinal));
        return mark is not null && IsGiven("--dataset") && !IsGiven("--decimal-mark") ? [$"--decimal-mark={mark}"] : [];
    }

    // As the user put it, where that says it.
    private static string ParentOf(string folder) => Path.GetFileName(folder) is "" or "." or ".."
        ? Path.GetDirectoryName(Path.GetFullPath(folder.Length == 0 ? "." : folder)) ?? "/"
        : Path.GetDirectoryName(folder) is { Length: > 0 } parent ? parent : ".";

    private static string FreeName(string parent, string name) =>
        Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? $"{name}-rerun" : $"{name}-rerun-{i}").First(free => !Path.Exists(Path.Combine(parent, free)));
}
