using System.CommandLine;
using System.CommandLine.Invocation;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Help;

/// <summary>What --version shows: the version of the package, without the commit that it was built from.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ConfigDocument.VersionOf(typeof(VersionLine).Assembly));
        return ExitCode.Success;
    }
}
