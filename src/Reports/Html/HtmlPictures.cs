using SkiaSharp;

namespace MLNet.LossExperiments.Reports;

/// <summary>Renders misclassified rows as pictures, within the page.</summary>
internal static class HtmlPictures
{
    // Larger pictures are made smaller, lest a page with many grow too large.
    private const int LargestSide = 96;

    // Drawings of few pixels stay exact; photographs would be large as PNG.
    private const int LargestExactSide = 48;
    private const int Quality = 85;

    public static Html Of(ImageExamples examples) => Html.Of(
        $"<ul class=\"pictures\">{examples.Images.Select(image => Html.Of($"<li><figure><img src=\"{Html.Trusted(DataOf(examples, image))}\" alt=\"Row {image.Row}: {image.Actual}, taken for {image.Predicted}\"><figcaption><b>{image.Actual}</b> taken for <b>{image.Predicted}</b><span>row {image.Row}</span>{(double.IsFinite(image.Probability) ? Html.Of($"<span>{Figure.Share(image.Probability)} sure</span>") : Html.Empty)}</figcaption></figure></li>"))}</ul>");

    private static string DataOf(ImageExamples examples, ImageExample image)
    {
        using var bitmap = new SKBitmap(examples.Width, examples.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        ReadOnlySpan<byte> pixels = image.Pixels.Span;
        for (int y = 0; y < examples.Height; y++)
        {
            for (int x = 0; x < examples.Width; x++)
            {
                int place = (y * examples.Width + x) * examples.Channels;
                bitmap.SetPixel(x, y, examples.Channels == 3 ? new SKColor(pixels[place], pixels[place + 1], pixels[place + 2]) : new SKColor(pixels[place], pixels[place], pixels[place]));
            }
        }
        int side = Math.Max(examples.Width, examples.Height);
        using SKBitmap? smaller = side <= LargestSide ? null : bitmap.Resize(new SKSizeI(Math.Max(1, examples.Width * LargestSide / side), Math.Max(1, examples.Height * LargestSide / side)), SKSamplingOptions.Default);
        bool isExact = side <= LargestExactSide;
        using SKData data = (smaller ?? bitmap).Encode(isExact ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, Quality);
        return $"data:image/{(isExact ? "png" : "jpeg")};base64,{Convert.ToBase64String(data.Span)}";
    }
}
