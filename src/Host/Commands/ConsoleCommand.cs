using System.CommandLine;
using MLNet.LossExperiments.Host.Help;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>A command that does something, with examples for its help.</summary>
internal abstract class ConsoleCommand : Command
{
    private readonly List<OptionGroup> _groups = [];

    protected ConsoleCommand(string name, string description)
        : base(name, description) => Action = new CommandAction();

    /// <summary>The options in groups, in the order of help. Options that are in none are shown after them.</summary>
    public IReadOnlyList<OptionGroup> Groups => _groups;

    /// <summary>Whole command lines.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>The options, by name without dashes, that one option stands in for: given on the command line, it is not undone by these in a config file.</summary>
    public virtual IEnumerable<string> AlternativesTo(string option) => [];

    /// <summary>Does it.</summary>
    /// <exception cref="CommandException">It cannot be done.</exception>
    public abstract void Run(ParseResult parse, CommandContext context);

    /// <summary>Adds options under a heading of help.</summary>
    private protected void AddOptions(string heading, params IEnumerable<Option> options)
    {
        var group = new OptionGroup(heading, [.. options]);
        foreach (Option option in group.Options)
            Options.Add(option);
        _groups.Add(group);
    }
}
