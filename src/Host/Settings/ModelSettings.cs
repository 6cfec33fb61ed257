using System.CommandLine;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Which model is used, on which data.</summary>
internal sealed class ModelSettings
{
    private readonly Argument<string> _model = new("MODEL") { Description = "The model: a model.zip of ML.NET, whoever trained it, or the folder of a run." };
    private readonly Option<string?> _dataset = ConsoleOption.Text("--dataset", "FILE", "The rows: CSV or TSV, JSON lines, Parquet, or images in IDX; any of them may be packed by gzip; - for standard input.");
    private readonly Option<string[]> _inputs = new("--input")
    {
        HelpName = "INPUT=COLUMNS",
        Description = "From which columns an input of the model is taken, where names do not say it, such as Features=0..12 or price=Price; may be given several times.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly ReadingSettings _reading = new();

    /// <param name="needsDataset">Whether the user must name the rows.</param>
    public ModelSettings(bool needsDataset = true)
    {
        _dataset.Required = needsDataset;
        _inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    InputChoice.Parse(token.Value);
                }
                catch (FormatException e)
                {
                    result.AddError($"--input: {e.Message}");
                }
            }
        });
    }

    public Argument Model => _model;

    public IEnumerable<Option> Options => [_dataset, _inputs, .. _reading.Options];

    public string ModelPath(ParseResult parse) => parse.GetValue(_model)!;

    public string Dataset(ParseResult parse) => parse.GetValue(_dataset)!;

    /// <summary>The rows that the user named; null for none.</summary>
    public string? DatasetOrNull(ParseResult parse) => parse.GetValue(_dataset);

    /// <summary>How the rows are read: as the model's training rows were, but for what the user says.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="model">The model.</param>
    /// <param name="screen">Is told where the user departs from how the training rows were read.</param>
    public ReadingOptions Reading(ParseResult parse, LoadedModel model, Screen screen)
    {
        ReadingOptions said = _reading.Read(parse);
        if (model.Reading is not { } trained)
            return said;
        foreach (string departure in trained.DescribeDepartures(said))
            screen.Note(departure);
        return trained.For(said);
    }

    public IReadOnlyList<InputChoice> Inputs(ParseResult parse) => [.. (parse.GetValue(_inputs) ?? []).Select(InputChoice.Parse)];
}
