using MLNet.LossExperiments.Host.Configuration;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Finds out whether rows of the user's choice, which a model is measured on, are images.</summary>
internal static class MeasuredImages
{
    /// <param name="source">The file.</param>
    /// <param name="said">The shape that the user says; null for the one that the file knows, or else the model's run.</param>
    /// <param name="run">The config.json of the model's run; null where there is none.</param>
    /// <param name="label">The place of the label.</param>
    /// <param name="inputs">The places of the model's inputs.</param>
    /// <returns>Which columns are pixels; null where rows are no images, or not those that the run saw.</returns>
    /// <exception cref="CommandException">The shape that the user says does not fit.</exception>
    public static ImageColumns? Find(TableSource source, (int Height, int Width)? said, ConfigFile? run, int label, IReadOnlyList<int> inputs)
    {
        if ((said ?? source.ImageShape ?? ShapeOf(run)) is not { } shape)
            return null;
        var columns = run?.Root["columns"] as ConfigNode.Group;
        HashSet<string> others = [.. ((columns?["ignored"] as ConfigNode.Sequence)?.Items ?? []).OfType<ConfigNode.Scalar>().Select(name => name.Text)];
        if (columns?.TextOf("weight") is { } weight)
            others.Add(weight);
        ImageColumns? image = ImageColumns.Measured(source, shape, label, others, inputs);
        return image is null && said is not null
            ? throw ImageColumns.Misfit(shape, $"{source.Name} has {source.ColumnNames.Count - 1} columns beside the label, of which the model takes {inputs.Count}")
            : image;
    }

    private static (int Height, int Width)? ShapeOf(ConfigFile? run) =>
        run?.Options.FirstOrDefault(entry => entry.Key == ImageShapeOption.Name.TrimStart('-'))?.Value is ConfigNode.Scalar shape ? ImageShapeOption.TryParse(shape.Text) : null;
}
