using System.CommandLine;
using System.CommandLine.Parsing;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>Says what is wrong with a command line. A word with dashes that no option has is always named itself, wherever the parser put it.</summary>
internal static class ParseFaults
{
    /// <summary>A sentence for each fault; none where the command line makes sense.</summary>
    /// <param name="parse">The command line, completed by a config file where it names one.</param>
    /// <param name="typed">The words that the user typed: an option's value that looks like an option was one of them.</param>
    public static IReadOnlyList<string> Explain(ParseResult parse, IReadOnlyCollection<string> typed)
    {
        Command command = parse.CommandResult.Command;
        string[] unknown = [.. UnknownOptions(parse)], unvalued = [.. UnvaluedOptions(parse, typed)];
        // Where no command is known, nothing that follows can be.
        if (command is not ConsoleCommand && parse.UnmatchedTokens is [var stranger, ..] && !LooksLikeOption(stranger))
            return [$"There is no command {stranger}.{DidYouMean.Sentence(stranger, command.Subcommands.Select(command => command.Name))}"];
        // What follows an option that is none was most likely its value; and what took an option for its value says little about the rest.
        if (unknown.Length + unvalued.Length > 0)
            return [.. unknown.Select(token => Unknown(token, parse)), .. unvalued];
        IEnumerable<string> stray = parse.UnmatchedTokens.Take(1).Select(token => Stray(command, token));
        IEnumerable<string> others = parse.Errors.Where(error => !parse.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))).Select(Reword);
        return [.. stray, .. others];
    }

    private static string Unknown(string token, ParseResult parse)
    {
        string name = token.Split('=', ':')[0];
        return $"Unknown option '{name}'.{DidYouMean.Sentence(name, OptionsOf(parse).Select(option => option.Name).Distinct())}";
    }

    private static string Stray(Command command, string token) => command.Subcommands.Count > 0
        ? $"There is no command {token}.{DidYouMean.Sentence(token, command.Subcommands.Select(command => command.Name))}"
        : $"Unexpected word '{token}': {CommandPath.Of(command)} takes {(command.Arguments.Count == 0 ? "options only" : $"{string.Join(" and ", command.Arguments.Select(argument => argument.Name))} and options")}.";

    // A word with dashes that stands where an argument is allowed is taken for that argument; behind -- it may be one.
    private static IEnumerable<string> UnknownOptions(ParseResult parse)
    {
        HashSet<string> escaped = [.. parse.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)];
        IEnumerable<string> taken = parse.CommandResult.Command.Arguments.Select(parse.GetResult).OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value);
        return taken.Where(LooksLikeOption).Concat(parse.UnmatchedTokens.Where(LooksLikeOption)).Where(token => !escaped.Contains(token));
    }

    // "--name --epocs 5" would name a folder --epocs. With "=" the value may be anything.
    private static IEnumerable<string> UnvaluedOptions(ParseResult parse, IReadOnlyCollection<string> typed) =>
        from option in OptionsOf(parse)
        let result = parse.GetResult(option)
        where result is { Implicit: false }
        from token in result.Tokens
        where token.Value.StartsWith("--", StringComparison.Ordinal) && LooksLikeOption(token.Value) && typed.Contains(token.Value)
        select OptionsOf(parse).Any(other => other.Name == token.Value)
            ? NoValue(option)
            : $"{Unknown(token.Value, parse)} It stands where {option.Name} has its value; a value that begins with dashes is written {option.Name}={token.Value}";

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-' && char.IsAsciiLetter(token.TrimStart('-').FirstOrDefault());

    private static IEnumerable<Option> OptionsOf(ParseResult parse) =>
        parse.CommandResult.Command.Options.Concat(parse.RootCommandResult.Command.Options.Where(option => option.Recursive));

    private static string NoValue(Option option) => $"{option.Name} has no value. Write {option.Name} {option.HelpName}.";

    // The parser's own sentences do not say what to do.
    private static string Reword(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Implicit: false } missing when missing.Option.Arity.MinimumNumberOfValues > 0 => NoValue(missing.Option),
        OptionResult { Implicit: false } several when several.Tokens.Count > several.Option.Arity.MaximumNumberOfValues =>
            $"{several.Option.Name} is given {several.Tokens.Count} times: {string.Join(" and ", several.Tokens.Select(token => token.Value))}. Give it once.",
        _ => error.Message,
    };
}
