using System.CommandLine;
using System.CommandLine.Invocation;
using MLNet.LossExperiments.Host.Commands;

namespace MLNet.LossExperiments.Host.Help;

/// <summary>What --help shows: what a command does, how it is written, its options in groups, and examples.</summary>
/// <param name="rootExamples">The examples of the console as a whole.</param>
internal sealed class HelpPage(IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        Command root = parseResult.RootCommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        var columns = new HelpColumns(output, HelpWidth.Find());
        columns.Write(command.Description ?? "");
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  {Usage(command, root)}");
        WriteRows("Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")));
        WriteRows("Arguments", command.Arguments.Select(argument => (NameOf(argument), argument.Description ?? "")));
        foreach (OptionGroup group in GroupsOf(command, root))
            WriteRows(group.Heading, group.Options.Where(option => !option.Hidden).Select(option => (NameOf(option), option.Description ?? "")));
        IReadOnlyList<string> examples = command switch
        {
            ConsoleCommand own => own.Examples,
            CommandGroup group => group.Examples,
            _ => rootExamples,
        };
        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (string example in examples)
            columns.WriteExample(example);
        if (command == root)
        {
            output.WriteLine();
            columns.Write("mlnet-loss COMMAND --help shows the options of a command.");
        }
        return ExitCode.Success;

        void WriteRows(string heading, IEnumerable<(string Name, string Text)> rows)
        {
            if (rows.ToList() is not { Count: > 0 } list)
                return;
            output.WriteLine();
            output.WriteLine($"{heading}:");
            columns.Write(list);
        }
    }

    private static string Usage(Command command, Command root)
    {
        string below = command.Subcommands.Count == 0 ? "" : command == root ? " COMMAND" : " [COMMAND]";
        return $"{CommandPath.Of(command)}{below}{string.Concat(command.Arguments.Select(argument => $" {NameOf(argument)}"))} [options]";
    }

    private static IEnumerable<OptionGroup> GroupsOf(Command command, Command root)
    {
        IReadOnlyList<OptionGroup> groups = (command as ConsoleCommand)?.Groups ?? [];
        Option[] grouped = [.. groups.SelectMany(group => group.Options)];
        Option[] others = [.. command.Options.Except(grouped).Where(option => !option.Recursive)];
        IEnumerable<Option> general = root.Options.Where(option => option.Recursive || (option is VersionOption && command == root));
        return [.. groups, new("Options", others.Except(general).ToList()), new("General", [.. general])];
    }

    private static string NameOf(Argument argument) => argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.HelpName ?? argument.Name}>]" : $"<{argument.HelpName ?? argument.Name}>";

    private static string NameOf(Option option)
    {
        IEnumerable<string> names = option.Aliases.Append(option.Name).Where(name => name.StartsWith('-')).Distinct().OrderBy(name => name.Length);
        string value = option.Arity.MaximumNumberOfValues == 0 || option.HelpName is null ? "" : option.Arity.MinimumNumberOfValues == 0 ? $" [{option.HelpName}]" : $" <{option.HelpName}>";
        return $"{string.Join(", ", names)}{value}{(option.Required ? " (required)" : "")}";
    }
}
