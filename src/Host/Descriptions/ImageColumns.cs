using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Which columns of a table are the pixels of an image, row by row.</summary>
/// <param name="Height">The rows of the image.</param>
/// <param name="Width">The columns of the image.</param>
/// <param name="Places">The places of the pixels.</param>
internal sealed record ImageColumns(int Height, int Width, IReadOnlyList<int> Places)
{
    /// <summary>Finds the pixels of a file that is looked at: all columns but the label.</summary>
    /// <param name="source">The table.</param>
    /// <param name="said">The shape that the user says; null for the one that the file knows.</param>
    /// <param name="label">The place of the label; null for none.</param>
    /// <returns>The pixels; null where the rows are no images.</returns>
    /// <exception cref="CommandException">The shape does not fit the number of columns.</exception>
    public static ImageColumns? Find(TableSource source, (int Height, int Width)? said, int? label)
    {
        if ((said ?? source.ImageShape) is not { } shape)
            return null;
        return Fit(shape, AllBut(source, label))
            ?? throw Misfit(shape, $"{source.Name} has {source.ColumnNames.Count - (label is null ? 0 : 1)} columns{(label is null ? "; say with --label-col which is the label" : " beside the label")}");
    }

    /// <summary>Finds the pixels of a file that is learned from.</summary>
    /// <param name="source">The table.</param>
    /// <param name="said">The shape that the user says, of the features that hold numbers; null for the one that the file knows.</param>
    /// <param name="label">The place of the label.</param>
    /// <param name="numbers">The places of the features that hold numbers.</param>
    /// <returns>The pixels; null where the rows are no images.</returns>
    /// <exception cref="CommandException">The shape that the user says does not fit.</exception>
    public static ImageColumns? Learned(TableSource source, (int Height, int Width)? said, int label, IReadOnlyList<int> numbers)
    {
        if (said is not { } shape)
            return source.ImageShape is { } known ? Fit(known, AllBut(source, label)) : null;
        return Fit(shape, numbers)
            ?? throw Misfit(shape, $"{source.Name} has {numbers.Count} columns of numbers to learn from. Leave out what is no pixel with --ignore-cols, or give another shape");
    }

    /// <summary>Finds the pixels of a file that a model is measured on: all columns but the label and those that the model's run left out or, where these are not as many, the model's inputs.</summary>
    /// <param name="source">The table.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="label">The place of the label.</param>
    /// <param name="others">The names of other columns that are no pixels.</param>
    /// <param name="inputs">The places of the model's inputs.</param>
    /// <returns>The pixels; null where the shape fits neither.</returns>
    public static ImageColumns? Measured(TableSource source, (int Height, int Width) shape, int label, IReadOnlySet<string> others, IReadOnlyList<int> inputs) =>
        Fit(shape, [.. AllBut(source, label).Where(place => !others.Contains(source.ColumnNames[place]))]) ?? Fit(shape, inputs);

    /// <summary>Where the same columns are in another table.</summary>
    /// <exception cref="CommandException">One is not there.</exception>
    public ImageColumns In(TableSource other, TableSource own) => this with { Places = [.. Places.Select(place => other.Find(own.ColumnNames[place]))] };

    /// <summary>What to say of a shape that does not fit.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="found">What is there instead.</param>
    public static CommandException Misfit((int Height, int Width) shape, string found) =>
        CommandException.Usage($"{ImageShapeOption.Name}: images of {ImageShapeOption.Text(shape)} have {(long)shape.Height * shape.Width} pixels, but {found}.");

    private static ImageColumns? Fit((int Height, int Width) shape, IReadOnlyList<int> places) =>
        (long)shape.Height * shape.Width == places.Count ? new ImageColumns(shape.Height, shape.Width, places) : null;

    private static int[] AllBut(TableSource source, int? label) => [.. Enumerable.Range(0, source.ColumnNames.Count).Where(place => place != label)];
}
