using System.CommandLine;
using System.CommandLine.Invocation;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>Says that a command is one that can be run, even where it has commands below it. The application runs it, with what it needs.</summary>
internal sealed class CommandAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) => throw new InvalidOperationException("The application runs its commands itself.");
}
