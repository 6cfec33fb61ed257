using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host;

/// <summary>The console: parses a command line, runs the command, and turns whatever happens into an exit code.</summary>
internal sealed class ConsoleApplication(TextWriter output, TextWriter error, CancellationToken stop)
{
    private readonly SharedOptions _shared = new();

    public int Run(IReadOnlyList<string> args)
    {
        ParseResult parse = CreateRoot().Parse(args);
        var screen = new Screen(output, error, _shared.VerbosityIn(parse));
        try
        {
            if (parse.Action is not (null or ParseErrorAction or CommandAction))
                return parse.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            RunCommand(parse, screen);
            return ExitCode.Success;
        }
        catch (Exception e)
        {
            return FailureReport.Show(e, screen, parse.CommandResult.Command, stop);
        }
    }

    private void RunCommand(ParseResult parse, Screen screen)
    {
        if (parse.Errors.Count > 0)
            throw CommandException.Usage(ParseFaults.Explain(parse));
        using LogFile? log = _shared.OpenLog(parse);
        ((ConsoleCommand)parse.CommandResult.Command).Run(parse, new CommandContext(screen, log, stop));
        if (log?.Fault is { } fault)
            screen.Warn(fault);
    }

    private RootCommand CreateRoot()
    {
        var root = new RootCommand("Train ML.NET models with the loss function of your choice.");
        foreach (ConsoleCommand command in (ConsoleCommand[])[new RegressionCommand(), new ClassificationCommand(), new CompareCommand(), new EvaluateCommand(), new PredictCommand(), new InfoCommand(), new ExportCommand(), new LossesCommand()])
            root.Subcommands.Add(command);
        _shared.AddTo(root);
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        var action = new HelpWithExamples((HelpAction)help.Action!);
        help.Action = action;
        root.SetAction(action.Invoke);
        return root;
    }
}
