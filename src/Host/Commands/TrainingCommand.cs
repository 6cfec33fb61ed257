using System.CommandLine;
using MLNet.LossExperiments.Host.Help;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Observers;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>Trains a model and writes it down.</summary>
internal abstract class TrainingCommand : ConsoleCommand
{
    private const string ModelFile = "model.zip";

    /// <summary>How a run ended.</summary>
    public const string ResultsFile = "results.json";

    private readonly MlpOptions _defaults;
    private readonly DataOptions _data;
    private readonly Option<string?> _loss;
    private readonly TrainerSettings _settings;
    private readonly OutputOptions _output;
    private readonly ReportOptions _report = new();

    /// <param name="name">The command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="defaults">Options whose values are the defaults.</param>
    /// <param name="loss">The option for the loss, which differs between tasks.</param>
    private protected TrainingCommand(string name, string description, MlpOptions defaults, Option<string?> loss)
        : base(name, description)
    {
        _defaults = defaults;
        _data = new DataOptions(defaults);
        _loss = loss;
        _settings = new TrainerSettings(defaults);
        _output = new OutputOptions(name);
        AddOptions("Data", _data.Options);
        AddOptions("Loss", _loss);
        foreach (OptionGroup group in _settings.Groups)
            AddOptions(group.Heading, group.Options);
        AddOptions("Results", [.. _output.Options, _report.Option]);
    }

    public sealed override void Run(ParseResult parse, CommandContext context)
    {
        (TrainingRequest request, MlpOptions options) = Read(parse);
        DataRequest data = request.Data;
        ReportAmount amount = _report.Read(parse);
        string? checkpoint = options.Checkpoint?.Path;
        RunFolder wish = _output.ReadFolder(parse, $"{Path.GetFileNameWithoutExtension(data.Dataset)}-{Name}", context.Screen)
            .ForNewRun(checkpoint, options.ResumeFrom, options.Observers.OfType<CsvHistoryObserver>().FirstOrDefault()?.Path);
        TrainingOutcome outcome = StoppedException.Guard(
            checkpoint,
            $"The state of training is in {checkpoint}: run the same command with --resume {checkpoint} to go on.",
            new TrainingRun(request, context.Screen, context.Log, context.Stop).Run);

        context.Stop.ThrowIfCancellationRequested();
        Dictionary<string, object> shown = ShowOptions(request, outcome, wish, amount);
        IReadOnlyList<(string Name, Action<Stream> Write)> report = amount == ReportAmount.False ? [] : ReportFiles.OnTheSide(() => Report(request, outcome, shown, wish, amount, context), context.Screen);
        string config = Json.Write(ConfigDocument.Of(Name, shown, data, outcome.Pipeline.Reading, outcome.Tables.Roles, outcome.Columns, outcome.Task));
        RunFolder folder = wish.Write(place => [(ModelFile, outcome.Pipeline.Save), (ConfigDocument.FileName, RunFolder.WriterOf(config)), (ResultsFile, RunFolder.WriterOf(Results(place))), .. report]);

        if (_output.WantsJson(parse))
            context.Screen.Result(Results(folder));
        else
            TrainingReport.Show(context.Screen, outcome, folder, [ModelFile, ConfigDocument.FileName, ResultsFile, .. ReportFiles.Listed(report)]);
        if (amount != ReportAmount.False && report.Count == 0)
            StoppedException.ThrowIfStopped($"All but the report is in {folder.Path}.", context.Stop);

        string Results(RunFolder place)
        {
            var files = new ResultsDocument.FileList(place.PathOf(ModelFile), place.PathOf(ConfigDocument.FileName), place.PathOf(ResultsFile), report.Count == 0 ? null : place.PathOf(ReportFiles.Page));
            return Json.Write(ResultsDocument.Of(Name, data.Dataset, outcome, files));
        }
    }

    /// <summary>Divides the data of a run as every run of the same command line does.</summary>
    /// <exception cref="CommandException">The command line or the data is at fault.</exception>
    public (TrainingRequest Request, DividedRows Rows) Divide(ParseResult parse, CommandContext context)
    {
        TrainingRequest request = Read(parse).Request;
        return (request, new TrainingRun(request, context.Screen, context.Log, context.Stop).Divide());
    }

    /// <summary>What is to be learned.</summary>
    /// <param name="loss">The loss that the user wants; null for the task's own.</param>
    /// <param name="apply">Puts the user's settings into options.</param>
    private protected abstract TaskChoice ChooseTask(string? loss, Func<MlpOptions, MlpOptions> apply);

    private (TrainingRequest Request, MlpOptions Options) Read(ParseResult parse)
    {
        DataRequest data = _data.Read(parse);
        MlpOptions options = _settings.Apply(parse, _defaults, isTaskKnown: _defaults is MlpRegressionOptions);
        TaskChoice choice = ChooseTask(parse.GetValue(_loss), defaults => _settings.Apply(parse, defaults));
        return (new TrainingRequest(data, data.ResolveShares(options), choice), options);
    }

    private IReadOnlyList<(string Name, Action<Stream> Write)> Report(TrainingRequest request, TrainingOutcome outcome, Dictionary<string, object> options, RunFolder folder, ReportAmount amount, CommandContext context)
    {
        bool isFull = amount == ReportAmount.Full;
        double training = outcome.Pipeline.Trained.Members.Sum(member => member.History.Epochs.Sum(epoch => epoch.Seconds));
        var run = new RunFacts(Name, options, ConfigDocument.CurrentVersions, request, outcome.Division, outcome.Columns, outcome.Start.Device, training, outcome.Elapsed.TotalSeconds);
        EvaluationReport report = RunReport.Of(
            run,
            outcome.Pipeline.AsLoaded(folder.PathOf(ModelFile)),
            outcome.Columns.Dropped.ToDictionary(column => column.Name, column => column.Reason),
            isFull ? ReportPlan.Thorough : ReportPlan.Quick,
            context.Screen,
            context.Stop);
        return isFull ? ReportFiles.Whole(ReadyReport.Of(report)) : ReportFiles.Short(ReadyReport.Of(report));
    }

    private Dictionary<string, object> ShowOptions(TrainingRequest request, TrainingOutcome outcome, RunFolder folder, ReportAmount amount)
    {
        var shown = new Dictionary<string, object>();
        foreach ((string name, object value) in DataOptions.Show(request.Data, request.Shares))
            shown.Add(name, value);
        shown.Add("loss", outcome.Pipeline.Trained.History.Loss);
        foreach ((string name, string value) in _settings.Show(outcome.Options))
            shown.Add(name, value);
        shown.Add("output", folder.Parent);
        shown.Add("name", folder.Name);
        shown.Add(ReportOptions.Show(amount).Key, ReportOptions.Show(amount).Value);
        return shown;
    }
}
