using System.Reflection;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace MLNet.LossExperiments.Reports;

/// <summary>The font that pictures are lettered in. It is shipped, so that they look the same everywhere, and have letters at all where no font is installed, as in many containers.</summary>
internal sealed class ChartFonts : IFontResolver
{
    public const string Name = "MLNet.LossExperiments DejaVu Sans Condensed";

    // What browsers take the SVG's letters from: the same font, or one of theirs.
    public const string Families = "'DejaVu Sans Condensed', 'DejaVu Sans', sans-serif";

    private const string Installed = "MLNet.LossExperiments, installed: ";

    private static readonly Lazy<byte[]> Bytes = new(Read);
    private static readonly Lazy<SKTypeface> Shipped = new(() => SKTypeface.FromStream(new MemoryStream(Bytes.Value)));
    private static readonly Lazy<bool> Registered = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new ChartFonts());
        return true;
    });

    public static void EnsureRegistered() => _ = Registered.Value;

    /// <summary>The letters of the font, for what is drawn without ScottPlot.</summary>
    public static SKTypeface Typeface => Shipped.Value;

    /// <summary>Whether the font that is shipped has a letter.</summary>
    public static bool Has(Rune rune) => Shipped.Value.ContainsGlyph(rune.Value);

    /// <summary>The font that has most of some letters: the one that is shipped, or one of this machine. ScottPlot draws each text in one font.</summary>
    public static string BestFor(IReadOnlyCollection<Rune> letters)
    {
        (string name, int most) = (Name, letters.Count(Has));
        foreach (SKTypeface font in letters.Where(letter => !Has(letter)).Select(Find).OfType<SKTypeface>())
        {
            int has = letters.Count(letter => font.ContainsGlyph(letter.Value));
            if (has > most)
                (name, most) = (Installed + font.FamilyName, has);
        }
        return name;
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? SKTypeface.FromStream(new MemoryStream(Bytes.Value))
        : fontName.StartsWith(Installed, StringComparison.Ordinal) ? SKFontManager.Default.MatchFamily(fontName[Installed.Length..])
        : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => CreateTypeface(fontName, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    // Skia matches letters only where the system tells fonts by them: not on Linux, as it is built for containers.
    private static SKTypeface? Find(Rune letter) => SKFontManager.Default.MatchCharacter(letter.Value)
        ?? SKFontManager.Default.FontFamilies.Select(SKFontManager.Default.MatchFamily).FirstOrDefault(font => font?.ContainsGlyph(letter.Value) == true);

    private static byte[] Read()
    {
        using Stream font = Assembly.GetExecutingAssembly().GetManifestResourceStream("DejaVuSansCondensed.ttf") ?? throw new InvalidOperationException("The font of charts is not in the assembly.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
