using System.CommandLine;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>Says what is wrong with a command line.</summary>
internal static class ParseFaults
{
    public static IReadOnlyList<string> Explain(ParseResult parse)
    {
        Command command = parse.CommandResult.Command;
        // Where no command is known, nothing that follows can be.
        if (command is not ConsoleCommand && parse.UnmatchedTokens is [var stranger, ..] && !stranger.StartsWith('-'))
            return [$"There is no command {stranger}.{DidYouMean.Sentence(stranger, command.Subcommands.Select(command => command.Name))}"];
        string[] unknown = [.. parse.UnmatchedTokens.Where(token => token.StartsWith('-'))];
        // What follows an unknown option was most likely its value.
        IEnumerable<string> strangers = unknown.Length > 0
            ? unknown.Select(token => $"There is no option {token}.{DidYouMean.Sentence(token, NamesOfOptions(parse))}")
            : parse.UnmatchedTokens.Take(1).Select(token => command.Subcommands.Count > 0
                ? $"There is no command {token}.{DidYouMean.Sentence(token, command.Subcommands.Select(command => command.Name))}"
                : $"'{token}' belongs to no option.");
        IEnumerable<string> others = parse.Errors.Select(error => error.Message)
            .Where(message => !parse.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)));
        return [.. strangers, .. others];
    }

    private static IEnumerable<string> NamesOfOptions(ParseResult parse)
    {
        IEnumerable<Option> own = parse.CommandResult.Command.Options;
        IEnumerable<Option> shared = parse.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return own.Concat(shared).Select(option => option.Name).Distinct();
    }
}
