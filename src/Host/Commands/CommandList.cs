using System.CommandLine;
using MLNet.LossExperiments.Host.Commands.Data;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>All commands. Those with many options take time to make, and are made only where they may be meant: help of the whole must come at once.</summary>
internal static class CommandList
{
    private static readonly string[] AsksAboutTheWhole = ["--help", "-h", "-?", "--version"];

    private static readonly Slow[] SlowOnes =
    [
        new(RegressionCommand.Title, RegressionCommand.Summary, () => new RegressionCommand()),
        new(ClassificationCommand.Title, ClassificationCommand.Summary, () => new ClassificationCommand()),
        new(CompareCommand.Title, CompareCommand.Summary, () => new CompareCommand()),
    ];

    /// <summary>Examples of what there is.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss mse",
        "mlnet-loss classification --dataset data/breast-cancer.csv --label-col diagnosis",
        "mlnet-loss compare --dataset data/boston.csv --label-col MEDV",
    ];

    /// <summary>The commands, of which those that the words cannot mean have a name and a description only.</summary>
    /// <param name="args">The words of the command line.</param>
    public static IEnumerable<Command> For(IReadOnlyList<string> args) =>
    [
        .. SlowOnes.Select(slow => MayMean(args, slow.Name) ? slow.Make() : new Command(slow.Name, slow.Description)),
        new EvaluateCommand(),
        new PredictCommand(),
        new ReportCommand(),
        new InfoCommand(),
        new ExportCommand(),
        new LossesCommand(),
        new DataCommand(),
        new RerunCommand(),
        new DoctorCommand(),
        new CompletionCommand(),
    ];

    // Only where the first word settles it. A response file or a directive may hold any word.
    private static bool MayMean(IReadOnlyList<string> args, string name)
    {
        if (args.All(AsksAboutTheWhole.Contains))
            return false;
        bool isSettled = SlowOnes.Any(slow => slow.Name == args[0]);
        return !isSettled || args[0] == name;
    }

    private sealed record Slow(string Name, string Description, Func<ConsoleCommand> Make);
}
