using System.CommandLine;
using MLNet.LossExperiments.Host.Configuration;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss rerun</c>, which stands for the command that made a run.</summary>
internal sealed class RerunCommand : ConsoleCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder that the run was written to: the one with config.json in it." };

    public RerunCommand()
        : base("rerun", "Repeat a run from the config.json in its folder. Options of its command may follow and change it; what has changed since the run is said.")
    {
        TreatUnmatchedTokensAsErrors = false;
        Arguments.Add(_folder);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss rerun boston-regression",
        "mlnet-loss rerun boston-regression --epochs 50",
        "mlnet-loss rerun boston-regression --seed 2 -o again --name second",
    ];

    /// <summary>The run to repeat.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public RepeatedRun Read(ParseResult parse)
    {
        string folder = parse.GetValue(_folder)!;
        if (folder.StartsWith('-'))
            throw CommandException.Usage($"'{folder}' is an option, but the folder of the run comes first, as in mlnet-loss rerun boston-regression {folder}.");
        // All words but the command and the folder, in their order; options that every command has are among them.
        List<string> words = [.. parse.Tokens.Where(token => token.Type != System.CommandLine.Parsing.TokenType.Command).Select(token => token.Value)];
        words.Remove(folder);
        return RepeatedRun.Of(folder, words);
    }

    // Replaced by the command that made the run before it could be run.
    public override void Run(ParseResult parse, CommandContext context) => throw new InvalidOperationException("A rerun is another command.");
}
