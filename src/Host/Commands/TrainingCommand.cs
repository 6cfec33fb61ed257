using System.CommandLine;
using MLNet.LossExperiments.Host.Help;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary>Trains a model and writes it down.</summary>
internal abstract class TrainingCommand : ConsoleCommand
{
    private const string ModelFile = "model.zip";
    private const string ResultsFile = "results.json";

    private readonly MlpOptions _defaults;
    private readonly DataOptions _data;
    private readonly Option<string?> _loss;
    private readonly TrainerSettings _settings;
    private readonly OutputOptions _output;
    private readonly Option<Normalization> _normalize = NormalizationOption.Create();

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
        AddOptions("Data", [.. _data.Options, _normalize]);
        AddOptions("Loss", _loss);
        foreach (OptionGroup group in _settings.Groups)
            AddOptions(group.Heading, group.Options);
        AddOptions("Results", _output.Options);
    }

    public sealed override void Run(ParseResult parse, CommandContext context)
    {
        DataRequest data = _data.Read(parse);
        MlpOptions options = _settings.Apply(parse, _defaults, isTaskKnown: _defaults is MlpRegressionOptions);
        TaskChoice choice = ChooseTask(parse.GetValue(_loss), defaults => _settings.Apply(parse, defaults));
        var request = new TrainingRequest(data, data.ResolveShares(options), choice, NormalizationOption.Resolve(parse.GetValue(_normalize), options));
        RunFolder folder = _output.ReadFolder(parse, $"{Path.GetFileNameWithoutExtension(data.Dataset)}-{Name}");
        folder.CheckWritable();

        string? checkpoint = options.Checkpoint?.Path;
        TrainingOutcome outcome = StoppedException.Guard(
            checkpoint,
            $"The state of training is in {checkpoint}: run the same command with --resume {checkpoint} to go on.",
            new TrainingRun(request, context.Screen, context.Log, context.Stop).Run);

        var files = new ResultsDocument.FileList(folder.PathOf(ModelFile), folder.PathOf(ConfigDocument.FileName), folder.PathOf(ResultsFile));
        string config = Json.Write(ConfigDocument.Of(Name, ShowOptions(request, outcome, folder), data, outcome.Tables.Roles, outcome.Columns, outcome.Task));
        string results = Json.Write(ResultsDocument.Of(Name, data.Dataset, outcome, files));
        context.Stop.ThrowIfCancellationRequested();
        folder.Write([(ModelFile, outcome.Pipeline.Save), (ConfigDocument.FileName, RunFolder.WriterOf(config)), (ResultsFile, RunFolder.WriterOf(results))]);

        if (_output.WantsJson(parse))
            context.Screen.Result(results);
        else
            TrainingReport.Show(context.Screen, outcome, folder, [ModelFile, ConfigDocument.FileName, ResultsFile]);
    }

    /// <summary>What is to be learned.</summary>
    /// <param name="loss">The loss that the user wants; null for the task's own.</param>
    /// <param name="apply">Puts the user's settings into options.</param>
    private protected abstract TaskChoice ChooseTask(string? loss, Func<MlpOptions, MlpOptions> apply);

    private Dictionary<string, object> ShowOptions(TrainingRequest request, TrainingOutcome outcome, RunFolder folder)
    {
        var shown = new Dictionary<string, object>();
        foreach ((string name, object value) in DataOptions.Show(request.Data, request.Shares))
            shown.Add(name, value);
        shown.Add("loss", outcome.Pipeline.Trained.History.Loss);
        foreach ((string name, string value) in _settings.Show(outcome.Options))
            shown.Add(name, value);
        shown.Add("normalize", request.Normalization.ToString().ToLowerInvariant());
        shown.Add("output", folder.Parent);
        shown.Add("name", folder.Name);
        return shown;
    }
}
