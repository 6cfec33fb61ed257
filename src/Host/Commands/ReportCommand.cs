using System.CommandLine;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Configuration;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Host.Writing;
using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss report</c>.</summary>
internal sealed class ReportCommand : ConsoleCommand
{
    private static readonly string[] FileEndings = [".html", ".htm", ".md", ".json"];

    private readonly ModelSettings _settings = new(needsDataset: false);
    private readonly Option<string?> _label = ConsoleOption.Text("--label-col", "COLUMN", "The column to compare predictions with: its name, or its place from 0. [default: that of the run]");
    private readonly Option<string?> _title = ConsoleOption.Text("--title", "TEXT", "The title. [default: the label, the data and the loss]");
    private readonly Option<string?> _output = ConsoleOption.Text(
        "--output", "FOLDER|FILE", "The folder for the report; or a file, .html, .md or .json, for that alone. [default: the folder of the run; with --dataset a new one, named for the model, then -report]");

    private readonly Option<(int Height, int Width)?> _imageShape = ImageShapeOption.Create("all columns but the label", "that of an IDX file, or of the run");
    private readonly Option<bool> _open = ConsoleOption.Of("--open", "true|false", "Show the page in the browser.", SettingText.Truth);
    private readonly Option<bool> _json = ConsoleOption.Of("--json", "true|false", "Print report.json and nothing else to standard output.", SettingText.Truth);

    public ReportCommand()
        : base("report", "Write a report on a model for people to look at: how good it is, where it errs, and how it came about; or on a comparison, from its folder.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_settings.Model);
        foreach (Option option in (IEnumerable<Option>)[.. _settings.Options, _label, _imageShape, _title, _output, _open, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss report boston-regression --open",
        "mlnet-loss report boston-compare",
        "mlnet-loss report model.zip --dataset test.parquet --label-col diagnosis -o diagnosis-report",
        "mlnet-loss report boston-regression --dataset new.csv -o new.html --title \"Prices of this year\"",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        string path = _settings.ModelPath(parse);
        ConfigFile? config = RecalledRun.ConfigIn(path);
        bool isOfItsRun = _settings.DatasetOrNull(parse) is null;
        Check(parse, isOfItsRun, config);
        string output = parse.GetValue(_output) ?? (isOfItsRun ? path : $"{Path.GetFileNameWithoutExtension(Path.GetFullPath(path))}-report");
        bool isFile = FileEndings.Contains(Path.GetExtension(output).ToLowerInvariant()) && !Directory.Exists(output);
        RunFolder folder = RunFolder.At(isFile ? Path.GetDirectoryName(Path.GetFullPath(output))! : output);
        folder.CheckWritable();

        ReadyReport report = isOfItsRun && RecalledComparison.IsIn(config!) ? OfComparison(parse, config!) : OfModel(parse, path, config, context);
        string page = isFile ? WriteFile(report, output) : WriteFolder(report, folder, context);
        if (parse.GetValue(_json))
            context.Screen.Result(report.Json());
        else
            context.Screen.Result(isFile ? $"Written to {output}" : $"Written to {folder.Path}: report.html, report.md, report.json, charts");
        if (parse.GetValue(_open))
            Browser.Show(page, context.Screen);
    }

    private void Check(ParseResult parse, bool isOfItsRun, ConfigFile? config)
    {
        string path = _settings.ModelPath(parse);
        if (isOfItsRun && config is null && Path.Exists(path))
            throw CommandException.Usage($"--dataset is missing: {path} is not the folder of a run, whose {ConfigDocument.FileName} would say which rows to measure on.");
        if (isOfItsRun && (parse.GetValue(_label) is not null || _settings.Inputs(parse).Count > 0))
            throw CommandException.Usage("--label-col and --input go with --dataset only: without it, the rows that the run held out are measured on.");
        if (!isOfItsRun && LabelOf(parse, config) is null)
            throw CommandException.Usage("--label-col is missing: the column to compare predictions with.");
    }

    private string? LabelOf(ParseResult parse, ConfigFile? config) => parse.GetValue(_label) ?? (config?.Root["columns"] as ConfigNode.Group)?.TextOf("label");

    private ReadyReport OfComparison(ParseResult parse, ConfigFile config)
    {
        ComparisonReport report = RecalledComparison.Read(config);
        return ReadyReport.Of(report with { Title = parse.GetValue(_title) ?? report.Title });
    }

    private ReadyReport OfModel(ParseResult parse, string path, ConfigFile? config, CommandContext context)
    {
        LoadedModel model = LoadedModel.Open(new MLContext(1), path);
        EvaluationReport report = _settings.DatasetOrNull(parse) is null ? OfItsRun(parse, model, config!, context) : OfRows(parse, model, config, context);
        return ReadyReport.Of(report with { Title = parse.GetValue(_title) ?? report.Title });
    }

    private EvaluationReport OfItsRun(ParseResult parse, LoadedModel model, ConfigFile config, CommandContext context)
    {
        string[] changes = parse.GetValue(_imageShape) is { } shape ? [$"{ImageShapeOption.Name}={ImageShapeOption.Text(shape)}"] : [];
        RecalledRun run = RecalledRun.Of(config, parse.RootCommandResult.Command, changes, context);
        return RunReport.Of(run.Facts, model, run.LeftOut, ReportPlan.Thorough, context.Screen, context.Stop);
    }

    private EvaluationReport OfRows(ParseResult parse, LoadedModel model, ConfigFile? config, CommandContext context)
    {
        TableSource source = TableSources.Open(_settings.Dataset(parse), _settings.Reading(parse, model, context.Screen));
        int label = source.FindByNameOrPlace(LabelOf(parse, config)!);
        var inputs = new ModelInputs(model, source, _settings.Inputs(parse), [label]);
        if (inputs.DescribeGuess() is { } guess)
            context.Screen.Warn(guess);
        ImageColumns? image = MeasuredImages.Find(source, parse.GetValue(_imageShape), config, label, inputs.Places);
        EvaluationReport report = new ModelReport(model, source, inputs, label, image, ReportPlan.Thorough, context.Screen, context.Stop).OfAllRows();
        context.Screen.Tell(source.Remarks);
        return report;
    }

    private static string WriteFolder(ReadyReport report, RunFolder folder, CommandContext context)
    {
        IReadOnlyList<(string, Action<Stream>)> files = ReportFiles.Whole(report);
        context.Stop.ThrowIfCancellationRequested();
        ReportFiles.Write(folder, files);
        return folder.PathOf(ReportFiles.Page);
    }

    private static string WriteFile(ReadyReport report, string file)
    {
        string text = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".md" => report.Markdown(null),
            ".json" => report.Json(),
            _ => report.Page(),
        };
        PlacedFile.Write(file, RunFolder.WriterOf(text));
        return file;
    }
}
