using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss predict</c>.</summary>
internal sealed class PredictCommand : ConsoleCommand
{
    private const string AllColumns = "all";

    private readonly ModelSettings _settings = new();
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FILE", "Where to write the predictions: .csv, .tsv, .jsonl or .parquet. [default: standard output, as CSV]");
    private readonly Option<TableFormat?> _format = ConsoleOption.Of<TableFormat?>(
        "--format", "NAME", $"The format of the predictions, where the name of the file does not say it: {SettingText.NamesOf<TableFormat>()}.", text => SettingText.OneOf<TableFormat>(text));

    private readonly Option<string?> _keep = ConsoleOption.Text("--keep-columns", "COLUMNS", "Columns of the data to write before the predictions: all, or names or places from 0 with commas between them. [default: none]");

    public PredictCommand()
        : base("predict", "Predict the rows of a file with a model, in constant memory.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_settings.Model);
        foreach (Option option in (IEnumerable<Option>)[.. _settings.Options, _output, _format, _keep])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss predict boston-regression --dataset data/boston.csv -o predictions.csv --keep-columns all",
        "mlnet-loss predict model.zip --dataset new.parquet -o predictions.parquet",
        "tail -n +1 new.csv | mlnet-loss predict model.zip --dataset - --format jsonl",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        string? path = parse.GetValue(_output);
        TableFormat format = parse.GetValue(_format) ?? (path is null ? TableFormat.Csv : TableFormats.Of(path));
        LoadedModel model = LoadedModel.Open(new MLContext(1), _settings.ModelPath(parse));
        TableSource source = TableSources.OpenOnce(_settings.Dataset(parse), _settings.Reading(parse, model, context.Screen));
        var inputs = new ModelInputs(model, source, _settings.Inputs(parse), []);
        if (inputs.DescribeGuess() is { } guess)
            context.Screen.Warn(guess);
        int[] kept = FindKept(parse.GetValue(_keep), source);

        var run = new PredictionRun(model, source, inputs, kept, context.Screen, context.Stop);
        long rows, unscored;
        if (path is null)
        {
            using Stream output = Screen.OpenResults();
            (rows, unscored) = run.Run(columns => TableFormats.Create(format, output, columns));
        }
        else
        {
            using var file = new PlacedFile(path);
            (rows, unscored) = run.Run(columns => TableFormats.Create(format, file.Stream, columns));
            file.Place();
            context.Screen.Note(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows predicted. Written to {path}"));
        }
        context.Screen.Tell(source.Remarks);
        context.Screen.Tell(run.Tallies.SelectMany(tally => tally.Describe()));
        if (unscored > 0)
            context.Screen.Warn(string.Create(CultureInfo.InvariantCulture, $"{unscored:N0} of {rows:N0} rows have no score: values are missing there that the model cannot do without."));
    }

    private static int[] FindKept(string? wanted, TableSource source)
    {
        if (wanted is null)
            return [];
        if (wanted.Equals(AllColumns, StringComparison.OrdinalIgnoreCase) && source.TryFind(wanted) is null)
            return [.. Enumerable.Range(0, source.ColumnNames.Count)];
        return [.. wanted.Split(',').Select(column => source.FindByNameOrPlace(column.Trim()))];
    }
}
