namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes a collection of C# on lines that one can read.</summary>
internal static class CodeList
{
    private const int MostOnALine = 118;

    /// <summary>Code and the collection after it: on the same line where it fits, else on lines of its own.</summary>
    /// <param name="code">What stands before it.</param>
    /// <param name="items">The items, as C#.</param>
    /// <param name="around">How much else is to stand on the line.</param>
    public static string After(string code, IReadOnlyList<string> items, int around = 0)
    {
        string onALine = $"{code}{(code.EndsWith('(') ? "" : " ")}[{string.Join(", ", items)}]";
        if (around + onALine.Length < MostOnALine)
            return onALine;
        var lines = new List<string> { "" };
        foreach (string item in items)
        {
            if (lines[^1].Length > 0 && lines[^1].Length + item.Length > MostOnALine)
                lines.Add("");
            lines[^1] += $"{(lines[^1].Length == 0 ? "    " : " ")}{item},";
        }
        return $"{code}\n[\n{string.Join('\n', lines)}\n]";
    }
}
