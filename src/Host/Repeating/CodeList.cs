namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes a collection of C# on lines that one can read.</summary>
internal static class CodeList
{
    private const int MostOnALine = 112;

    /// <param name="items">The items, as C#.</param>
    /// <param name="before">How much stands before the collection on its first line.</param>
    public static string Of(IReadOnlyList<string> items, int before)
    {
        string onALine = $"[{string.Join(", ", items)}]";
        if (before + onALine.Length <= MostOnALine)
            return onALine;
        var lines = new List<string> { "" };
        foreach (string item in items)
        {
            if (lines[^1].Length > 0 && lines[^1].Length + item.Length > MostOnALine)
                lines.Add("");
            lines[^1] += $"{(lines[^1].Length == 0 ? "    " : " ")}{item},";
        }
        return $"\n[\n{string.Join('\n', lines)}\n]";
    }
}
