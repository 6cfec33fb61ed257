using System.Text;

namespace MLNet.LossExperiments.Reports;

/// <summary>
/// The texts of one chart, whatever they are written in. Skia writes as SVG only the letters that its font has: the others are stood for by letters of Braille, and <see cref="SvgPicture"/> puts them back, so that a browser
/// draws them in a font of its own. For pictures of pixels the chart asks for <see cref="Font"/>.
/// </summary>
/// <param name="isSvg">Whether the chart will be written as SVG.</param>
internal sealed class ChartLetters(bool isSvg)
{
    private const char First = '\u2801', Last = '\u28FF';

    // Where there are more letters than stand-ins.
    private const char Box = '\u25A1';

    private readonly Dictionary<Rune, char> _standIns = [];
    private readonly HashSet<Rune> _used = [];

    /// <summary>The font for all texts so far.</summary>
    public string Font => isSvg || _used.All(ChartFonts.Has) ? ChartFonts.Name : ChartFonts.BestFor(_used);

    /// <summary>A text as the chart can show it, and not too long.</summary>
    public string Of(string text, int longest = ChartText.Longest)
    {
        string shown = ChartText.Of(text, longest);
        _used.UnionWith(shown.EnumerateRunes());
        return isSvg ? string.Concat(shown.EnumerateRunes().Select(StandIn)) : shown;
    }

    /// <summary>Puts the letters of a written text back.</summary>
    public string Restore(string text) =>
        _standIns.Count == 0 ? text : _standIns.Aggregate(new StringBuilder(text), (restored, pair) => restored.Replace(pair.Value.ToString(), pair.Key.ToString())).ToString();

    private string StandIn(Rune rune)
    {
        bool isBraille = rune.Value is >= First and <= Last;
        if (ChartFonts.Has(rune) && !isBraille)
            return rune.ToString();
        if (!_standIns.TryGetValue(rune, out char standIn))
        {
            if (First + _standIns.Count > Last)
                return Box.ToString();
            _standIns.Add(rune, standIn = (char)(First + _standIns.Count));
        }
        return standIn.ToString();
    }
}
