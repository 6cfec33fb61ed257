using System.Text;

namespace MLNet.LossExperiments.Reports;

/// <summary>Texts that came from data, as a chart can show them.</summary>
internal static class ChartText
{
    /// <summary>How many letters fit into a chart.</summary>
    public const int Longest = 26;

    /// <summary>On one line, without what XML cannot hold or what turns the order of reading, and not too long.</summary>
    public static string Of(string text, int longest = Longest)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
            shown.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : VisibleText.Clean(rune.ToString()));
        int[] starts = [.. System.Globalization.StringInfo.ParseCombiningCharacters(shown.ToString())];
        return starts.Length <= longest ? shown.ToString() : $"{shown.ToString()[..starts[longest - 1]]}…";
    }
}
