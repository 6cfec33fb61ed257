using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLNet.LossExperiments.Reports;

/// <summary>Makes text from data harmless to show: what would steer a terminal, or turn the order in which text is read, becomes a sign that stands for it.</summary>
internal static class VisibleText
{
    // Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm.
    private const string Directions = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    // Codes 0 to 31, and 127, have pictures of their own.
    private const char FirstPicture = '\u2400';
    private const char PictureOfDelete = '\u2421';
    private const char Delete = '\u007F';
    private const char Unpicturable = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), .. Directions]);

    private static readonly SearchValues<char> DirectionSet = SearchValues.Create(Directions);

    /// <summary>A text without control characters other than line breaks and tabs, and without bidirectional controls. The number of characters stays.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
            return text;
        char[] cleaned = text.ToCharArray();
        for (int i = 0; i < cleaned.Length; i++)
        {
            bool isLineBreak = cleaned[i] == '\r' && i + 1 < cleaned.Length && cleaned[i + 1] == '\n';
            if (!isLineBreak && Suspects.Contains(cleaned[i]))
                cleaned[i] = SignOf(cleaned[i]);
        }
        return new string(cleaned);
    }

    /// <summary>A JSON document with bidirectional controls escaped, as its writer escapes all other control characters.</summary>
    public static string EscapeJson(string json)
    {
        if (!json.AsSpan().ContainsAny(DirectionSet))
            return json;
        var escaped = new StringBuilder(json.Length);
        foreach (char c in json)
            _ = DirectionSet.Contains(c) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : escaped.Append(c);
        return escaped.ToString();
    }

    private static char SignOf(char c) => c switch
    {
        < ' ' => (char)(FirstPicture + c),
        Delete => PictureOfDelete,
        _ => Unpicturable,
    };
}
