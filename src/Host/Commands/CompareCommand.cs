using System.CommandLine;
using MLNet.LossExperiments.Host.Help;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Repeating;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Splits;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss compare</c>.</summary>
internal sealed class CompareCommand : ConsoleCommand
{
    /// <summary>The name.</summary>
    public const string Title = "compare";

    /// <summary>What it does.</summary>
    public const string Summary = "Find out which loss to train with, and which others may be as good.";

    private const string ComparisonFile = "comparison.json";
    private const string ModelFile = "model.zip";

    private readonly DataOptions _data = new(new MlpRegressionOptions(), dividesRows: false);
    private readonly ComparisonOptions _comparison = new();
    private readonly TrainerSettings _settings = TrainerSettings.ForComparison();
    private readonly OutputOptions _output = new(Title);
    private readonly ReportOptions _report = new();

    public CompareCommand()
        : base("compare", Summary)
    {
        AddOptions("Data", _data.Options);
        AddOptions("Comparison", [.. _comparison.Options, _comparison.Fresh]);
        foreach (OptionGroup group in _settings.Groups)
            AddOptions(group.Heading, group.Options);
        AddOptions("Results", [.. _output.Options, _report.Option]);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss compare --dataset data/boston.csv --label-col MEDV",
        "mlnet-loss compare --dataset data/boston.csv --label-col MEDV --losses mse,huber:delta=1,mae,quantile:tau=0.5 --seeds 10 --folds 5",
        "mlnet-loss compare --dataset data/boston.csv --label-col MEDV --baseline mse --equivalence 2%",
        "mlnet-loss compare --dataset data/breast-cancer.csv --label-col diagnosis --criterion auc --learning-rates 0.001,0.003 --json",
    ];

    public override IEnumerable<string> AlternativesTo(string option) => ComparisonOptions.AlternativesTo(option);

    public override void Run(ParseResult parse, CommandContext context)
    {
        DataRequest data = _data.Read(parse);
        MlpOptions trainer = _settings.Apply(parse, new MlpRegressionOptions(), isTaskKnown: false);
        var place = new ComparisonPlace(_output.ReadFolder(parse, $"{Path.GetFileNameWithoutExtension(data.Dataset)}-compare", context.Screen));
        var request = new ComparisonRequest(
            data,
            _comparison.Task(parse),
            _comparison.Losses(parse),
            _comparison.Criterion(parse),
            _comparison.Baseline(parse),
            options => _settings.Apply(parse, options),
            experiment => _comparison.Apply(parse, experiment),
            place.FindCells,
            _comparison.IsFresh(parse));

        ComparisonOutcome outcome = StoppedException.Guard(
            () => place.CellsFile,
            cells => $"Finished cells are in {cells}: run the same command again to go on.",
            new ComparisonRun(request, context.Screen, context.Log, context.Stop).Run);

        RunFolder folder = place.Folder;
        ReportAmount amount = _report.Read(parse);
        Dictionary<string, object> options = ShowOptions(request, outcome, folder, amount);
        string document = Json.Write(ComparisonDocument.Of(data, options, outcome));
        string config = Json.Write(ConfigDocument.Of(Name, options, data, outcome.Model?.Reading, outcome.Roles, outcome.Columns, outcome.Task));
        context.Stop.ThrowIfCancellationRequested();
        (string Name, Action<Stream> Write)[] files = [(ConfigDocument.FileName, RunFolder.WriterOf(config)), (ComparisonFile, RunFolder.WriterOf(document))];
        if (outcome.Model is { } model)
            files = [(ModelFile, model.Save), .. files];
        IReadOnlyList<(string Name, Action<Stream> Write)> report = amount == ReportAmount.False ? [] : ReportFiles.OnTheSide(() => Report(request, outcome, options, amount, context), context.Screen);
        files = [.. files, .. report];
        place.Write(files);
        if (_output.WantsJson(parse))
            context.Screen.Result(document);
        else
            PrintedComparison.Show(context.Screen, outcome, folder, [.. ReportFiles.Listed(files), ComparisonPlace.CellsName]);
        if (amount != ReportAmount.False && report.Count == 0)
            StoppedException.ThrowIfStopped($"All but the report is in {folder.Path}.", context.Stop);
        if (outcome.Comparison.Best is null)
            throw CommandException.Failure(outcome.Comparison.Settings.Any(setting => setting.FailedCells == 0)
                ? $"No loss has the criterion {outcome.Comparison.Criterion} on every split, so there is no best one. Choose another with --criterion, or fewer folds."
                : "No loss could be trained on every split, so there is no best one.");
    }

    private static IReadOnlyList<(string Name, Action<Stream> Write)> Report(ComparisonRequest request, ComparisonOutcome outcome, Dictionary<string, object> options, ReportAmount amount, CommandContext context)
    {
        (string? csharp, string? obstacle) = ComparisonProgram.Of(request, outcome);
        var report = new ComparedLosses(outcome, context.Stop).Report(options, new Reports.Reproduction(RunFacts.Line(Title, options), csharp));
        if (obstacle is not null)
            report = report with { Notes = [.. report.Notes, obstacle] };
        return amount == ReportAmount.Full ? ReportFiles.Whole(ReadyReport.Of(report)) : ReportFiles.Short(ReadyReport.Of(report));
    }

    private Dictionary<string, object> ShowOptions(ComparisonRequest request, ComparisonOutcome outcome, RunFolder folder, ReportAmount amount)
    {
        LossExperiment experiment = outcome.Experiment;
        var shown = new Dictionary<string, object>();
        foreach ((string name, object value) in DataOptions.Show(request.Data, SplitShares.Whole))
            shown.Add(name, value);
        shown.Add("task", (outcome.Task.Classes.Count == 0 ? ComparedTask.Regression : ComparedTask.Classification).ToString().ToLowerInvariant());
        shown.Add("losses", string.Join(",", experiment.ComparedLosses));
        shown.Add("seeds", string.Join(",", experiment.Seeds));
        shown.Add(experiment.Holdout is null ? "folds" : "holdout", experiment.Holdout is { } share ? SettingText.Text(share) : SettingText.Text(experiment.Folds));
        if (experiment.LearningRates.Count > 0)
            shown.Add("learning-rates", string.Join(",", experiment.LearningRates.Select(rate => SettingText.Text(rate))));
        if (experiment.Architectures.Count > 0)
            shown.Add("architectures", string.Join(";", experiment.Architectures.Select(sizes => sizes.Count == 0 ? "none" : string.Join(",", sizes))));
        shown.Add("criterion", outcome.Comparison.Criterion);
        if (experiment.Baseline is { } baseline)
            shown.Add("baseline", baseline.Name);
        if (experiment.Equivalence is { } region)
            shown.Add("equivalence", region.ToString());
        foreach ((string name, string value) in _settings.Show(experiment.TrainerOptions))
            shown.Add(name, value);
        shown.Add("output", folder.Parent);
        shown.Add("name", folder.Name);
        shown.Add(ReportOptions.Show(amount).Key, ReportOptions.Show(amount).Value);
        return shown;
    }
}
