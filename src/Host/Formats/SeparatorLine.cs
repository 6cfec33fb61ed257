namespace MLNet.LossExperiments.Host.Formats;

/// <summary>The first line with which Excel is told the separator: <c>sep=;</c>.</summary>
internal static class SeparatorLine
{
    private const string Beginning = "sep=";

    /// <summary>The separator that a line names; null where it is no such line.</summary>
    public static char? Read(string line)
    {
        string text = line.Length > 1 && line[0] == '"' && line[^1] == '"' ? line[1..^1] : line;
        return text.Length == Beginning.Length + 1 && text.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase) ? text[^1] : null;
    }
}
