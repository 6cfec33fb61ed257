using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Host.Models;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Models;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss info</c>.</summary>
internal sealed class InfoCommand : ConsoleCommand
{
    private const int MostShown = 30;

    private readonly Argument<string> _model = new("MODEL") { Description = "The model: a model.zip of ML.NET, whoever trained it, or the folder of a run." };
    private readonly Option<bool> _json = JsonOption.Create();

    public InfoCommand()
        : base("info", "Tell what a model takes, what it predicts, and how it was trained.")
    {
        Arguments.Add(_model);
        Options.Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["mlnet-loss info boston-regression", "mlnet-loss info model.zip --json"];

    public override void Run(ParseResult parse, CommandContext context)
    {
        ModelDocument document = ModelDocument.Of(LoadedModel.Open(new MLContext(1), parse.GetValue(_model)!));
        if (parse.GetValue(_json))
            context.Screen.Result(Json.Write(document));
        else
            context.Screen.Result(Describe(document));
    }

    private static string Ended(string reason) => reason switch
    {
        nameof(StopReason.NoImprovement) => ", stopped early",
        nameof(StopReason.TimeLimit) => ", stopped by the time limit",
        _ => "",
    };

    private static Grid Describe(ModelDocument model)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        void Add(string name, string value) => grid.AddRow(new Text(name, new Style(decoration: Decoration.Bold)), new Text(value));
        Add("Model", string.Create(CultureInfo.InvariantCulture, $"{model.Model}, {model.Bytes / 1024.0:N0} kB"));
        Add("Task", model.Task);
        if (model.Network is { } network)
        {
            string ensemble = network.Members > 1 ? $"{network.Members} networks, " : "";
            Add("Network", string.Create(CultureInfo.InvariantCulture, $"{ensemble}{string.Join("-", network.Sizes)}, {network.Activation}, {network.Parameters:N0} parameters"));
            Add("Loss", network.Loss);
            Add("Trained", string.Create(CultureInfo.InvariantCulture, $"best epoch {network.BestEpoch} of {network.Epochs}{Ended(network.StopReason)}, seed {network.Seed}"));
        }
        else
        {
            Add("Predictor", model.Predictor ?? "not told by ML.NET");
        }
        Add("Takes", List(model.Inputs));
        Add("Gives", List(model.Outputs));
        if (model.Classes.Count > 0)
            Add("Classes", Enumerate(model.Classes));
        if (model.Reading is { } reading)
            Add("Reads", string.Join(", ", [reading.Format, .. reading.Given.Select(option => $"--{option.Key} {option.Value}")]));
        return grid;
    }

    private static string List(IReadOnlyList<ModelDocument.Column> columns) => Enumerate([.. columns.Select(column => $"{column.Name} ({column.Type})")]);

    private static string Enumerate(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? $" and {names.Count - MostShown} more (--json has all)" : "");
}
