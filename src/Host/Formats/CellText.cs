using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Shows the text of a cell in a message.</summary>
internal static class CellText
{
    /// <summary>In quotes, on one line, and not too long.</summary>
    public static string Quote(string text) => $"'{Short(text)}'";

    /// <summary>On one line, and not too long.</summary>
    public static string Short(string text)
    {
        const int most = 40;
        string line = Line(text);
        return line.Length <= most ? line : $"{line[..most]}...";
    }

    /// <summary>On one line, with control characters shown by signs.</summary>
    public static string Line(string text) => VisibleText.Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '));
}
