using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MLNet.LossExperiments.Host.Commands;
using MLNet.LossExperiments.Host.Completion;
using MLNet.LossExperiments.Host.Configuration;
using MLNet.LossExperiments.Host.Help;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host;

/// <summary>The console: parses a command line, runs the command, and turns whatever happens into an exit code.</summary>
internal sealed class ConsoleApplication(TextWriter output, TextWriter error, CancellationToken stop)
{
    private readonly SharedOptions _shared = new();

    public int Run(IReadOnlyList<string> args)
    {
        ParseResult parse = CreateRoot(args).Parse(args);
        ConfiguredOptions? configured = null;
        Screen? screen = null;
        try
        {
            if (parse.Action is not (null or ParseErrorAction or CommandAction))
                return parse.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            ConfiguredLine line = ConfiguredLine.Complete(parse);
            (parse, configured) = (line.Parse, line.Options);
            screen = ScreenFor(parse);
            RunCommand(line, args, screen);
            return ExitCode.Success;
        }
        catch (Exception e)
        {
            return FailureReport.Show(e, screen ?? ScreenFor(parse), parse.CommandResult.Command, sentence => configured?.Locate(sentence) ?? sentence, stop);
        }
    }

    private Screen ScreenFor(ParseResult parse) => new(output, error, _shared.VerbosityIn(parse));

    private void RunCommand(ConfiguredLine line, IReadOnlyCollection<string> args, Screen screen)
    {
        if (ParseFaults.Explain(line.Parse, args) is { Count: > 0 } faults)
            throw CommandException.Usage(faults);
        if (line.Parse.Errors.Count > 0)
            throw CommandException.Usage([.. line.Parse.Errors.Select(error => error.Message)]);
        OutputGuard.Check(line.Parse);
        foreach ((string text, bool isWarning) in line.Notes)
            screen.Tell(text, isWarning);
        using LogFile? log = _shared.OpenLog(line.Parse);
        ((ConsoleCommand)line.Parse.CommandResult.Command).Run(line.Parse, new CommandContext(screen, log, stop));
        if (log?.Fault is { } fault)
            screen.Warn(fault);
    }

    private RootCommand CreateRoot(IReadOnlyList<string> args)
    {
        var root = new RootCommand("Train ML.NET models with the loss function of your choice.");
        foreach (Command command in CommandList.For(args))
            root.Subcommands.Add(command);
        _shared.AddTo(root);
        ValueCompletion.AddTo(root);
        var help = new HelpPage(CommandList.Examples);
        (HelpOption helpOption, VersionOption version) = (root.Options.OfType<HelpOption>().Single(), root.Options.OfType<VersionOption>().Single());
        (helpOption.Action, helpOption.Description) = (help, "Show this help.");
        (version.Action, version.Description) = (new VersionLine(), "Show the version.");
        foreach (Command group in (IEnumerable<Command>)[root, .. root.Subcommands.OfType<CommandGroup>()])
            group.SetAction(help.Invoke);
        return root;
    }
}
