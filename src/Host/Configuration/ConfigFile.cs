using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A file with options of a command: written by hand, with the options at the top, or the config.json of a run, which has more in it.</summary>
internal sealed class ConfigFile
{
    private const string CommandKey = "command";
    private const string OptionsKey = "options";

    private ConfigFile(string path, ConfigNode.Group root)
    {
        Path = path;
        Root = root;
        Command = root.TextOf(CommandKey);
        IsOfARun = root[OptionsKey] is ConfigNode.Group;
        Options = root[OptionsKey] is ConfigNode.Group options ? options.Entries : [.. root.Entries.Where(entry => entry.Key != CommandKey)];
    }

    /// <summary>The path, as the user put it.</summary>
    public string Path { get; }

    /// <summary>The folder that paths in the file start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>The whole file.</summary>
    public ConfigNode.Group Root { get; }

    /// <summary>Whether it says what a run was made with, and not only what is wanted.</summary>
    public bool IsOfARun { get; }

    /// <summary>The command that the options belong to; null where the file does not say.</summary>
    public string? Command { get; }

    /// <summary>The options.</summary>
    public IReadOnlyList<ConfigEntry> Options { get; }

    /// <exception cref="CommandException">It is not there, or cannot be understood.</exception>
    public static ConfigFile Load(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure(
                e is FileNotFoundException or DirectoryNotFoundException ? $"There is no config file {path}." : $"The config file {path} cannot be read: {e.Message}", e);
        }
        ConfigNode node = System.IO.Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => JsonConfig.Read(path, text),
            ".yaml" or ".yml" => YamlConfig.Read(path, text),
            var other => throw CommandException.Usage($"--config {path}: {(other.Length == 0 ? "a name without an ending" : $"the ending {other}")} does not say how the file is written. Allowed are .json, .yaml and .yml."),
        };
        if (node is not ConfigNode.Group root)
            throw ConfigFault.At(path, node.Line, node.Column, $"the file holds {node.Kind}, but must hold names of options with their values, such as epochs: 100.");
        CheckNamesOnce(path, root);
        var file = new ConfigFile(path, root);
        file.CheckShape();
        return file;
    }

    private void CheckShape()
    {
        if (Root.Entries.FirstOrDefault(entry => entry.Key == CommandKey && entry.Value is not ConfigNode.Scalar) is { } command)
            throw At(command, "'command' must be the name of a command.");
        if (!IsOfARun)
            return;
        CheckNamesOnce(Path, (ConfigNode.Group)Root[OptionsKey]!);
        if (Root.Entries.FirstOrDefault(entry => !ConfigDocument.Names.Contains(entry.Key)) is { } stranger)
            throw At(stranger, $"beside 'options' there is no '{stranger.Key}'.{DidYouMean.Sentence(stranger.Key, ConfigDocument.Names)}");
        if (int.TryParse(Root.TextOf("schemaVersion"), out int version) && version > ConfigDocument.Version)
            throw At(Root.Entries.First(entry => entry.Key == "schemaVersion"), $"the file was written by a newer mlnet-loss: its schema has version {version}, and this mlnet-loss knows versions up to {ConfigDocument.Version}.");
    }

    /// <summary>A fault at an entry.</summary>
    public CommandException At(ConfigEntry entry, string sentence) => ConfigFault.At(Path, entry.Line, entry.Column, sentence);

    private static void CheckNamesOnce(string path, ConfigNode.Group group)
    {
        if (group.Entries.GroupBy(entry => entry.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw ConfigFault.At(path, twice.Last().Line, twice.Last().Column, $"'{twice.Key}' is given twice, first in line {twice.First().Line}.");
    }
}
