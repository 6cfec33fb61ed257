namespace MLNet.LossExperiments.Reports;

/// <summary>Some misclassified rows as pictures, the most confident mistakes first.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Images">The pictures.</param>
public sealed record ImageExamples(int Width, int Height, int Channels, IReadOnlyList<ImageExample> Images)
{
    internal static ImageExamples? Of(MulticlassRows rows, int most)
    {
        if (rows.Source is not { ImageShape: { } shape, Pixels: { } pixelsOf })
            return null;
        double[] confidence = [.. rows.Confidence.Select((own, place) => rows.Actual[place] == rows.Predicted[place] ? double.NegativeInfinity : own)];
        return new ImageExamples(shape.Width, shape.Height, shape.Channels,
        [
            .. TopRows.Of(confidence, most).Where(place => rows.Actual[place] != rows.Predicted[place]).Select(place =>
            {
                int row = rows.RowAt(place);
                ReadOnlyMemory<byte> pixels = pixelsOf(rows.Usable.Places[row]);
                if (pixels.Length != shape.Width * shape.Height * shape.Channels)
                    throw new ArgumentException($"Row {rows.Usable.NumberOf(row)} has {pixels.Length} pixels, but a picture of {shape.Width} by {shape.Height} with {shape.Channels} channels has {shape.Width * shape.Height * shape.Channels}.");
                return new ImageExample(
                    rows.Usable.NumberOf(row),
                    rows.Source.Classes[rows.Actual[place]],
                    rows.Source.Classes[rows.Predicted[place]],
                    rows.Source.HasProbabilities ? rows.Confidence[place] : double.NaN,
                    pixels);
            }),
        ]);
    }
}
