using System.CommandLine;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host;

/// <summary>Tells a user why a command failed.</summary>
internal static class FailureReport
{
    /// <returns>The exit code.</returns>
    public static int Show(Exception exception, Screen screen, Command command, CancellationToken stop)
    {
        Exception[] chain = [.. Unfold(exception)];
        if (stop.IsCancellationRequested && chain.OfType<OperationCanceledException>().Any())
        {
            screen.Error($"Stopped. {chain.OfType<StoppedException>().FirstOrDefault()?.Message ?? "Nothing was written."}");
            return ExitCode.Stopped;
        }
        int exitCode = Explain(chain, screen, command);
        if (screen.ShowsStackTraces)
            screen.Error(exception.ToString());
        return exitCode;
    }

    private static int Explain(Exception[] chain, Screen screen, Command command)
    {
        if (chain.OfType<CommandException>().FirstOrDefault() is { } known)
        {
            foreach (string sentence in known.Sentences)
                screen.Error(sentence);
            if (known.ExitCode == ExitCode.Usage)
                screen.Error($"See {PathOf(command)} --help.");
            return known.ExitCode;
        }
        if (chain.FirstOrDefault(exception => exception is MlpTrainingException or LibTorchNotFoundException) is { } training)
            screen.Error(training.Message);
        else
            screen.Error($"Something unforeseen went wrong: {chain[0].Message}{(screen.ShowsStackTraces ? "" : " Run again with --verbosity diagnostic to see where.")}");
        return ExitCode.Failure;
    }

    private static string PathOf(Command command) =>
        command is RootCommand ? "mlnet-loss" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private static IEnumerable<Exception> Unfold(Exception exception)
    {
        for (Exception? next = exception; next is not null; next = next.InnerException)
            yield return next;
    }
}
