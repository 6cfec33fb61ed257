using System.CommandLine;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>The options that say where results go.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _name;
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FOLDER", "Where to make the folder. [default: the current folder]");
    private readonly Option<bool> _force = ConsoleOption.Of("--force", "true|false", "Replace a run that is in that folder already. [default: keep it, and put a number behind the name]", SettingText.Truth);
    private readonly Option<bool> _json = JsonOption.Create();

    /// <param name="suffix">What the folder's name ends with if it is not given.</param>
    public OutputOptions(string suffix)
    {
        _name = ConsoleOption.Of<string?>("--name", "NAME", $"The name of the folder for what is written. [default: the dataset's name, then -{suffix}]", RunFolder.CheckName);
        _output.Aliases.Add("-o");
    }

    public IEnumerable<Option> Options => [_name, _output, _force, _json];

    /// <summary>Where the results go, which is chosen among what is there.</summary>
    /// <exception cref="CommandException">Nothing can be written there.</exception>
    public RunFolderChoice ReadFolder(ParseResult parse, string defaultName, Screen screen)
    {
        var wish = new RunFolder(parse.GetValue(_output) ?? ".", parse.GetValue(_name) ?? defaultName);
        wish.CheckWritable();
        return new RunFolderChoice(wish, parse.GetValue(_force), screen);
    }

    public bool WantsJson(ParseResult parse) => parse.GetValue(_json);
}
