using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace MLNet.LossExperiments.Reports;

/// <summary>The font that pictures are lettered in. It is shipped, so that they look the same everywhere, and have letters at all where no font is installed, as in many containers.</summary>
internal sealed class ChartFonts : IFontResolver
{
    public const string Name = "MLNet.LossExperiments DejaVu Sans Condensed";

    private static readonly Lazy<byte[]> Bytes = new(Read);
    private static readonly Lazy<bool> Registered = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new ChartFonts());
        return true;
    });

    public static void EnsureRegistered() => _ = Registered.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? SKTypeface.FromStream(new MemoryStream(Bytes.Value)) : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => CreateTypeface(fontName, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static byte[] Read()
    {
        using Stream font = Assembly.GetExecutingAssembly().GetManifestResourceStream("DejaVuSansCondensed.ttf") ?? throw new InvalidOperationException("The font of charts is not in the assembly.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
