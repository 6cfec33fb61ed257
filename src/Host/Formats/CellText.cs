namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Shows the text of a cell in a message.</summary>
internal static class CellText
{
    /// <summary>In quotes, on one line, and not too long.</summary>
    public static string Quote(string text)
    {
        const int most = 40;
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? $"'{line}'" : $"'{line[..most]}...'";
    }
}
