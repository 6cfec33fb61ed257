using System.CommandLine;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>A command that does something, with examples for its help.</summary>
internal abstract class ConsoleCommand : Command
{
    protected ConsoleCommand(string name, string description)
        : base(name, description) => Action = new CommandAction();

    /// <summary>Whole command lines.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Does it.</summary>
    /// <exception cref="CommandException">It cannot be done.</exception>
    public abstract void Run(ParseResult parse, CommandContext context);
}
