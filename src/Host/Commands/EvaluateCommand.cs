using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Reporting;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss evaluate</c>.</summary>
internal sealed class EvaluateCommand : ConsoleCommand
{
    private readonly ModelSettings _settings = new();
    private readonly Option<string?> _label = ConsoleOption.Text("--label-col", "COLUMN", "The column to compare predictions with: its name, or its place from 0.");
    private readonly Option<string?> _report = ConsoleOption.Text("--report", "FOLDER", "Write a report for people into this folder: a page, Markdown, JSON, and each chart as a picture.");
    private readonly Option<(int Height, int Width)?> _imageShape = ImageShapeOption.Create("all columns but the label", "that of an IDX file, or of the model's run");
    private readonly Option<bool> _json = JsonOption.Create();

    public EvaluateCommand()
        : base("evaluate", "Measure how good a model's predictions are on rows with labels.")
    {
        _label.Required = true;
        Arguments.Add(_settings.Model);
        foreach (Option option in (IEnumerable<Option>)[.. _settings.Options, _label, _report, _imageShape, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss evaluate boston-regression --dataset data/boston.csv --label-col MEDV",
        "mlnet-loss evaluate model.zip --dataset test.parquet --label-col diagnosis --json",
        "mlnet-loss evaluate model.zip --dataset test.parquet --label-col diagnosis --report diagnosis-report",
        "mlnet-loss evaluate digits-classification --dataset data/digits.csv --label-col digit --image-shape 8x8 --report digits-report",
        "mlnet-loss evaluate lightgbm.zip --dataset test.csv --label-col 0 --input Features=1..30",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        var ml = new MLContext(1);
        LoadedModel model = LoadedModel.Open(ml, _settings.ModelPath(parse));
        string dataset = _settings.Dataset(parse);
        RunFolder? folder = parse.GetValue(_report) is { } report ? RunFolder.At(report) : null;
        folder?.CheckWritable();
        if (folder is null && parse.GetValue(_imageShape) is not null)
            throw CommandException.Usage($"{ImageShapeOption.Name} goes with --report only: nothing else shows images.");
        // A report looks at the rows again.
        ReadingOptions reading = _settings.Reading(parse, model, context.Screen);
        TableSource source = folder is null ? TableSources.OpenOnce(dataset, reading) : TableSources.Open(dataset, reading);
        int place = source.FindByNameOrPlace(parse.GetValue(_label)!);
        string label = source.ColumnNames[place];
        var inputs = new ModelInputs(model, source, _settings.Inputs(parse), [place]);
        if (inputs.DescribeGuess() is { } guess)
            context.Screen.Warn(guess);

        ImageColumns? image = folder is null ? null : MeasuredImages.Find(source, parse.GetValue(_imageShape), RecalledRun.ConfigIn(_settings.ModelPath(parse)), place, inputs.Places);
        var scoring = new LabeledScoring(model, source, inputs, place, context.Screen, context.Stop);
        IReadOnlyList<ScoredRow> rows = scoring.Run();
        Evaluation evaluation = Evaluation.Of(model, source, label, rows);
        context.Screen.Tell(source.Remarks);
        context.Screen.Tell(scoring.Tallies.SelectMany(tally => tally.Describe()));
        if (scoring.Unlabeled > 0)
            context.Screen.Warn(string.Create(CultureInfo.InvariantCulture, $"{scoring.Unlabeled:N0} rows have no '{label}' and are left out."));
        if (evaluation.Spellings is { } spellings)
            context.Screen.Note(spellings);
        if (evaluation.Strangers > 0)
            context.Screen.Warn(string.Create(CultureInfo.InvariantCulture, $"{evaluation.Strangers:N0} rows are of classes that the model does not know and are left out."));

        if (folder is not null)
            ReportFiles.Write(folder, ReportFiles.Whole(ReadyReport.Of(new ModelReport(model, source, inputs, place, image, ReportPlan.Thorough, context.Screen, context.Stop).OfAllRows())));
        if (parse.GetValue(_json))
        {
            context.Screen.Result(Json.Write(EvaluationDocument.Of(model, dataset, label, inputs, scoring, evaluation)));
            return;
        }
        MetricsTable.Show(context.Screen, [evaluation.Measured]);
        if (evaluation.Classes.Count is > 0 and <= ConfusionTable.MostClasses)
            context.Screen.Result(ConfusionTable.Of(evaluation));
        if (folder is not null)
            context.Screen.Note($"Report written to {folder.Path}");
    }
}
