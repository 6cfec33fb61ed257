using System.CommandLine;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Host.Commands;

namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed partial class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commands_All_HaveADescriptionAndExamplesThatParse()
    {
        var root = new RootCommand();
        foreach (Command command in CommandList.For([""]))
            root.Subcommands.Add(command);
        foreach (Command command in root.Subcommands.SelectMany(command => command is CommandGroup ? command.Subcommands : [command, .. command.Subcommands]))
        {
            var own = Assert.IsAssignableFrom<ConsoleCommand>(command);
            Assert.NotEmpty(own.Description!);
            Assert.NotEmpty(own.Examples);
            Assert.All(own.Examples, example => Assert.Contains(CommandPath.Of(own), example, StringComparison.Ordinal));
            Assert.All(own.Examples, example => Assert.Empty(root.Parse(example.Split("mlnet-loss ")[^1].Split(" > ")[0].Split(" | ")[0]).Errors));
            Assert.Equal(own.Options.Count, own.Options.Select(option => option.Name).Distinct().Count());
        }
    }

    // Help of the whole is made without the commands that have many options; it must not differ from them.
    [Fact]
    public void For_HelpOfTheWhole_NamesTheSameCommands() =>
        Assert.Equal(CommandList.For([""]).Select(command => (command.Name, command.Description)), CommandList.For(["--help"]).Select(command => (command.Name, command.Description)));

    [Theory]
    [InlineData("regression --help", "regression")]
    [InlineData("--verbosity q regression", "regression classification compare rerun")]
    [InlineData("rerun x", "regression classification compare rerun")]
    [InlineData("@args.txt", "regression classification compare rerun")]
    public void For_Words_MakesEveryCommandThatTheyMayMean(string words, string expected)
    {
        string[] made = [.. CommandList.For(words.Split(' ')).OfType<ConsoleCommand>().Select(command => command.Name)];

        Assert.All(expected.Split(' '), name => Assert.Contains(name, made));
        Assert.Equal(words.StartsWith("regression", StringComparison.Ordinal), !made.Contains("compare"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Help_AnyWidth_FitsAndIsLaidOutForIt(int width)
    {
        if (OperatingSystem.IsWindows())
            return;
        string script = string.Join(" && ", CommandList.For([""]).Select(command => $"COLUMNS={width} $tool {command.Name} --help").Prepend($"COLUMNS={width} $tool --help"));

        ToolResult result = Tool.Shell(_folder.Path, script);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] lines = result.Output.Split('\n');
        // A usage line, and single words that have no comma, are not broken.
        string[] wide = [.. lines.Where(line => line.Length > width && !line.StartsWith("  mlnet-loss", StringComparison.Ordinal) && line.Trim().Contains(' ', StringComparison.Ordinal))];
        Assert.DoesNotContain(wide, line => !OnlyAName().IsMatch(line));
        Assert.True(lines.Max(line => line.Length) <= Math.Max(width, 200));
        Assert.Equal(width >= 80, lines.Any(line => line.StartsWith("  --epochs <N>", StringComparison.Ordinal) && line.Contains("The most passes", StringComparison.Ordinal)));
        Assert.All(new[] { "Data:", "Network:", "Results:", "General:", "Examples:" }, heading => Assert.Contains(heading, lines));
    }

    [Fact]
    public void Help_Examples_CanBeCopied()
    {
        if (OperatingSystem.IsWindows())
            return;
        string narrow = Tool.Shell(_folder.Path, "COLUMNS=50 $tool regression --help").Output;

        string joined = narrow.Replace(" \\\n      ", " ", StringComparison.Ordinal);

        Assert.All(new RegressionCommand().Examples, example => Assert.Contains(example, joined, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^  (-\w, )?--[\w-]+ ")]
    private static partial Regex OnlyAName();
}
