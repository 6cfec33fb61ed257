using System.CommandLine;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>The words that lead to a command.</summary>
internal static class CommandPath
{
    /// <returns>For example <c>mlnet-loss losses show</c>.</returns>
    public static string Of(Command command) => command is RootCommand ? "mlnet-loss" : $"{Of(command.Parents.OfType<Command>().First())} {command.Name}";
}
