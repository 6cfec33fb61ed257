using MLNet.LossExperiments.Reports;
using SkiaSharp;

namespace MLNet.LossExperiments.Host.Pictures;

/// <summary>Draws images beside and below each other, each with its label above it.</summary>
internal static class ImageGrid
{
    private const int LeastSide = 84;
    private const int Margin = 10;
    private const int LabelHeight = 22;
    private const float TextSize = 15;

    /// <summary>The picture as PNG.</summary>
    /// <param name="images">The images.</param>
    /// <param name="height">The pixels of an image from top to bottom.</param>
    /// <param name="width">The pixels of an image from left to right.</param>
    /// <param name="columns">How many images stand beside each other.</param>
    public static byte[] Draw(IReadOnlyList<LabeledImage> images, int height, int width, int columns)
    {
        // Whole multiples, so that all pixels are of one size.
        int zoom = Math.Max(1, (LeastSide + Math.Max(height, width) - 1) / Math.Max(height, width));
        int cellWidth = (width * zoom) + Margin, cellHeight = (height * zoom) + LabelHeight + Margin;
        int rows = (images.Count + columns - 1) / columns;
        (float least, float greatest) = Range(images);

        using var surface = SKSurface.Create(new SKImageInfo((columns * cellWidth) + Margin, (rows * cellHeight) + Margin));
        SKCanvas canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using var font = new SKFont(ChartFonts.Typeface, TextSize);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (int i = 0; i < images.Count; i++)
        {
            int left = Margin + (i % columns * cellWidth), top = Margin + (i / columns * cellHeight);
            canvas.DrawText(Shorten(images[i].Label, font, cellWidth - Margin), left + ((cellWidth - Margin) / 2f), top + TextSize, SKTextAlign.Center, font, ink);
            using SKBitmap bitmap = ToBitmap(images[i].Pixels, height, width, least, greatest);
            canvas.DrawBitmap(bitmap, SKRect.Create(left, top + LabelHeight, width * zoom, height * zoom));
        }
        using SKImage picture = surface.Snapshot();
        using SKData png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKBitmap ToBitmap(float[] pixels, int height, int width, float least, float greatest)
    {
        var bitmap = new SKBitmap(width, height);
        float range = greatest > least ? greatest - least : 1;
        for (int i = 0; i < pixels.Length; i++)
        {
            byte grey = float.IsNaN(pixels[i]) ? (byte)0 : (byte)Math.Round(byte.MaxValue * (pixels[i] - least) / range);
            bitmap.SetPixel(i % width, i / width, new SKColor(grey, grey, grey));
        }
        return bitmap;
    }

    private static (float Least, float Greatest) Range(IReadOnlyList<LabeledImage> images)
    {
        IEnumerable<float> pixels = images.SelectMany(image => image.Pixels).Where(pixel => !float.IsNaN(pixel));
        return (Math.Min(0, pixels.DefaultIfEmpty().Min()), pixels.DefaultIfEmpty().Max());
    }

    private static string Shorten(string label, SKFont font, float room)
    {
        string shown = label;
        for (int length = label.Length - 1; length > 0 && font.MeasureText(shown) > room; length--)
            shown = $"{label[..length]}…";
        return shown;
    }
}
