using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Which columns of a table are the pixels of an image, row by row.</summary>
/// <param name="Height">The rows of the image.</param>
/// <param name="Width">The columns of the image.</param>
/// <param name="Places">The places of the pixels.</param>
internal sealed record ImageColumns(int Height, int Width, IReadOnlyList<int> Places)
{
    /// <summary>Finds the pixels: all columns but the label.</summary>
    /// <param name="source">The table.</param>
    /// <param name="said">The shape that the user says; null for the one that the file knows.</param>
    /// <param name="label">The place of the label; null for none.</param>
    /// <returns>The pixels; null where the rows are no images.</returns>
    /// <exception cref="CommandException">The shape does not fit the number of columns.</exception>
    public static ImageColumns? Find(TableSource source, (int Height, int Width)? said, int? label)
    {
        if ((said ?? source.ImageShape) is not { } shape)
            return null;
        int[] places = [.. Enumerable.Range(0, source.ColumnNames.Count).Where(place => place != label)];
        return (long)shape.Height * shape.Width == places.Length
            ? new ImageColumns(shape.Height, shape.Width, places)
            : throw CommandException.Usage($"--shape: images of {shape.Height} x {shape.Width} have {(long)shape.Height * shape.Width} pixels, but {source.Name} has {places.Length} columns{(label is null ? "; say with --label-col which is the label" : " beside the label")}.");
    }
}
