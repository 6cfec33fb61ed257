using ScottPlot;
using SkiaSharp;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>The font of pictures, brought along: a bare machine has none.</summary>
internal sealed class PictureFont : IFontResolver
{
    public const string Name = "Open Sans";

    private const string File = "OpenSans-Regular.ttf";

    private static readonly Lazy<SKTypeface> Loaded = new(Load);

    private PictureFont()
    {
    }

    /// <summary>Its letters, for what is drawn without ScottPlot.</summary>
    public static SKTypeface Typeface => Loaded.Value;

    /// <summary>Makes it the font that all is drawn with.</summary>
    public static void Use()
    {
        if (!Fonts.FontResolvers.OfType<PictureFont>().Any())
            Fonts.FontResolvers.Insert(0, new PictureFont());
        Fonts.Default = Name;
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => fontName == Name ? Loaded.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Loaded.Value : null;

    private static SKTypeface Load()
    {
        using Stream stream = typeof(PictureFont).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The font {File} is not in the assembly.");
        return SKTypeface.FromStream(stream);
    }
}
