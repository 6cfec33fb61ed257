using System.Text.RegularExpressions;

namespace MLNet.LossExperiments.Reports;

/// <summary>What a report left in a folder, lest a newer one there be seen beside charts that are not its own.</summary>
public static partial class EarlierReport
{
    private const string Markdown = "report.md";

    /// <summary>The files of a report that only some reports have: report.md, and the charts that it shows, as PNG and SVG.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>Their paths within the folder, with slashes; none where there is no report.md that shows charts of its own. What no report wrote is not among them.</returns>
    public static IReadOnlyList<string> FilesIn(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string markdown = Path.Combine(directory, Markdown);
        if (!File.Exists(markdown))
            return [];
        string[] charts = [.. Charts().Matches(File.ReadAllText(markdown)).Select(match => match.Groups[1].Value).Distinct()];
        return charts.Length == 0 ? [] : [Markdown, .. charts.SelectMany(chart => new[] { $"{chart}.png", $"{chart}.svg" }).Where(file => File.Exists(Path.Combine(directory, file)))];
    }

    /// <summary>Removes files of an earlier report that a newer one did not write again, and the folder of its charts where it is empty then.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="earlier">What <see cref="FilesIn"/> said before the newer report was written.</param>
    /// <param name="written">The files that were written, by their paths within the folder.</param>
    public static void RemoveRest(string directory, IReadOnlyList<string> earlier, IEnumerable<string> written)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(earlier);
        string charts = Path.Combine(directory, ReportRendering.Pictures);
        foreach (string file in earlier.Except(written.Select(path => path.Replace('\\', '/'))))
            File.Delete(Path.Combine(directory, file));
        if (Directory.Exists(charts) && earlier.Count > 0 && !Directory.EnumerateFileSystemEntries(charts).Any())
            Directory.Delete(charts);
    }

    // As MarkdownText writes them, its title below each.
    [GeneratedRegex(@"^!\[.*\]\((charts/[a-z0-9][a-z0-9-]*)\.png\)\r?\n\r?\n\*.*\*\r?$", RegexOptions.Multiline)]
    private static partial Regex Charts();
}
