using System.CommandLine;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>A command that does nothing itself but holds others; without one of them it shows help.</summary>
internal abstract class CommandGroup : Command
{
    private protected CommandGroup(string name, string description, params IEnumerable<ConsoleCommand> commands)
        : base(name, description)
    {
        foreach (ConsoleCommand command in commands)
            Subcommands.Add(command);
    }

    /// <summary>One command line for each command in it.</summary>
    public IReadOnlyList<string> Examples => [.. Subcommands.OfType<ConsoleCommand>().Select(command => command.Examples[0])];
}
