using System.CommandLine;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>A command line, completed by a config file where it names one.</summary>
/// <param name="Parse">The whole.</param>
/// <param name="Options">What is from the file; null without one.</param>
/// <param name="Notes">What the user should know before it is run, and whether it is a warning.</param>
internal sealed record ConfiguredLine(ParseResult Parse, ConfiguredOptions? Options, IReadOnlyList<(string Text, bool IsWarning)> Notes)
{
    // The words were expanded once; a value that begins with @ must not be taken for another file.
    private static readonly ParserConfiguration Expanded = new() { ResponseFileTokenReplacer = null };

    /// <exception cref="CommandException">The config file does not serve.</exception>
    public static ConfiguredLine Complete(ParseResult line)
    {
        if (line.CommandResult.Command is RerunCommand rerun && line.Errors.Count == 0)
            return Repeat(line, rerun);
        return line.CommandResult.Command is ConsoleCommand command && SharedOptions.ConfigIn(line) is { } path
            ? Add(line, command, ConfigFile.Load(path), _ => true)
            : new ConfiguredLine(line, null, []);
    }

    private static ConfiguredLine Repeat(ParseResult line, RerunCommand rerun)
    {
        if (SharedOptions.ConfigIn(line) is not null)
            throw CommandException.Usage("--config does not go with rerun, which has the config of the run. To change some options write them behind the folder.");
        RepeatedRun run = rerun.Read(line);
        ParseResult typed = Again(line, [run.Config.Command!, .. run.Words]);
        if (typed.CommandResult.Command is not ConsoleCommand command || command is RerunCommand)
            throw CommandException.Failure($"{run.Config.Path} is of the command '{run.Config.Command}', which this mlnet-loss does not have.");
        ConfiguredLine whole = Add(Again(line, [run.Config.Command!, .. run.Words, .. run.Destination(typed)]), command, run.Config, RepeatedRun.Takes);
        return whole with { Notes = [.. ConfigNotes.OfRerun(whole.Options!), .. RunChanges.Since(run.Config, whole.Options!.Has).Select(change => (change, true))] };
    }

    private static ConfiguredLine Add(ParseResult line, ConsoleCommand command, ConfigFile file, Func<Option, bool> isTaken)
    {
        var options = new ConfiguredOptions(file, line, command, isTaken);
        return new ConfiguredLine(Again(line, [.. line.Tokens.Select(token => token.Value), .. options.Words]), options, [.. ConfigNotes.OfConfig(options)]);
    }

    private static ParseResult Again(ParseResult line, IReadOnlyList<string> words) => line.RootCommandResult.Command.Parse(words, Expanded);
}
