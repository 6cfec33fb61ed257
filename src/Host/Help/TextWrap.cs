namespace MLNet.LossExperiments.Host.Help;

/// <summary>Breaks texts into lines between words.</summary>
internal static class TextWrap
{
    /// <summary>A space at which no line is broken.</summary>
    public const char NoBreak = '\u00a0';

    private const string ShortDefault = "[default: ";
    private static readonly string Joined = ShortDefault.Replace(' ', NoBreak);

    /// <param name="text">The text.</param>
    /// <param name="width">The most characters a line should have. A longer word is broken after commas; where it has none it keeps its line to itself.</param>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Replace(ShortDefault, Joined, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string space = line.Length == 0 ? "" : " ";
            foreach (string piece in word.Length > width ? Pieces(word) : [word])
            {
                if (line.Length > 0 && line.Length + space.Length + piece.Length > width)
                {
                    lines.Add(line);
                    (line, space) = ("", "");
                }
                line += space + piece;
                space = "";
            }
        }
        lines.Add(line);
        return [.. lines.Select(done => done.Replace(NoBreak, ' '))];
    }

    private static IEnumerable<string> Pieces(string word) => word.Split(',').Select((piece, i) => i < word.Count(letter => letter == ',') ? $"{piece}," : piece).Where(piece => piece.Length > 0);
}
