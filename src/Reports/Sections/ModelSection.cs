using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>What the model is.</summary>
internal static class ModelSection
{
    private const int MostLayers = 100;

    public static ReportSection Of(ModelSummary model)
    {
        NamedValue[] facts =
        [
            new("Architecture", model.Architecture),
            .. Given("Parameters", model.Parameters is not { } parameters ? null : model.Networks > 1 ? $"{Figure.Count(parameters)} in each of {model.Networks} networks" : Figure.Count(parameters)),
            .. Given("Outputs become predictions by", model.Link),
            .. Given("Loss", model.Loss?.Name),
            .. Given("Its formula", model.Loss?.Formula),
            .. Given("What it is for", model.Loss?.Meaning),
            .. Given("Seed", model.Seed?.ToString(CultureInfo.InvariantCulture)),
            .. Given("Trained on", model.Device),
            .. Given("Training took", double.IsFinite(model.TrainingSeconds) ? Figure.Seconds(model.TrainingSeconds) : null),
            .. Given("Everything took", double.IsFinite(model.TotalSeconds) ? Figure.Seconds(model.TotalSeconds) : null),
        ];
        var blocks = new List<ReportBlock> { new ReportBlock.Facts(facts) };
        if (model.Layers.Count > 0)
        {
            blocks.Add(new ReportBlock.Table("The layers", ["Layer", TableColumn.Number("Inputs"), TableColumn.Number("Outputs"), "Activation", TableColumn.Number("Parameters")],
                [.. model.Layers.Take(MostLayers).Select(layer => new TableCell[] { layer.Name, Figure.Count(layer.Inputs), Figure.Count(layer.Outputs), layer.Activation ?? "", Figure.Count(layer.Parameters) })]));
        }
        blocks.AddRange(Settings(model.Options, model.Versions));
        return new ReportSection("model", "Model", blocks);
    }

    /// <summary>Options and versions as tables.</summary>
    public static IEnumerable<ReportBlock> Settings(IReadOnlyList<NamedValue> options, IReadOnlyList<NamedValue> versions)
    {
        if (options.Count > 0)
            yield return new ReportBlock.Table("All options", ["Option", "Value"], [.. options.Select(option => new TableCell[] { option.Name, option.Value })], IsFolded: true);
        if (versions.Count > 0)
            yield return new ReportBlock.Table("Versions", ["What", "Version"], [.. versions.Select(version => new TableCell[] { version.Name, version.Value })], IsFolded: true);
    }

    private static IEnumerable<NamedValue> Given(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [new NamedValue(name, value)];
}
