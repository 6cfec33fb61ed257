using System.CommandLine;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host;

/// <summary>Tells a user why a command failed.</summary>
internal static class FailureReport
{
    /// <param name="exception">What happened.</param>
    /// <param name="screen">The user.</param>
    /// <param name="command">The command.</param>
    /// <param name="locate">Adds to a sentence about an option where its value is from.</param>
    /// <param name="stop">Whether the user asked to stop.</param>
    /// <returns>The exit code.</returns>
    public static int Show(Exception exception, Screen screen, Command command, Func<string, string> locate, CancellationToken stop)
    {
        Exception[] chain = [.. Unfold(exception)];
        if (stop.IsCancellationRequested && chain.OfType<OperationCanceledException>().Any())
        {
            screen.Error($"Stopped. {chain.OfType<StoppedException>().FirstOrDefault()?.Message ?? "Nothing was written."}");
            return ExitCode.Stopped;
        }
        if (chain.Any(SystemFault.IsReaderGone))
            return ExitCode.Success;
        int exitCode = Explain(chain, screen, command, locate);
        if (screen.ShowsStackTraces)
            screen.Error(exception.ToString());
        return exitCode;
    }

    private static int Explain(Exception[] chain, Screen screen, Command command, Func<string, string> locate)
    {
        if (chain.OfType<CommandException>().FirstOrDefault() is { } known)
        {
            foreach (string sentence in known.Sentences)
                screen.Error(locate(sentence));
            if (known.ExitCode == ExitCode.Usage)
                screen.Error($"See {CommandPath.Of(command)} --help.");
            return known.ExitCode;
        }
        if (chain.FirstOrDefault(exception => exception is MlpTrainingException or LibTorchNotFoundException) is { } training)
            screen.Error(training.Message);
        else if (chain.Select(SystemFault.Explain).FirstOrDefault(sentence => sentence is not null) is { } system)
            screen.Error(system);
        else
            screen.Error($"Something unforeseen went wrong: {Innermost(chain).Message}{(screen.ShowsStackTraces ? "" : " Run again with --verbosity diagnostic to see where.")}");
        return ExitCode.Failure;
    }

    // What a static constructor, a task or reflection wraps says only that it did.
    private static Exception Innermost(Exception[] chain) =>
        chain.FirstOrDefault(exception => exception is not (TypeInitializationException or AggregateException or System.Reflection.TargetInvocationException)) ?? chain[0];

    private static IEnumerable<Exception> Unfold(Exception exception)
    {
        for (Exception? next = exception; next is not null; next = next.InnerException)
            yield return next;
    }
}
