namespace MLNet.LossExperiments.Reports;

/// <summary>Makes pages, Markdown, JSON and pictures of reports. All follow from the record alone.</summary>
public static class ReportRendering
{
    internal const string Pictures = "charts";

    /// <summary>Saves a report as what the file's name says: <c>.html</c>, <c>.md</c> or <c>.json</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; a file of the same name is replaced.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    public static void Save(this EvaluationReport report, string path) => Save(path, report.ToHtml, () => report.ToMarkdown(), () => ReportJson.Write(report));

    /// <summary>Saves a comparison as what the file's name says: <c>.html</c>, <c>.md</c> or <c>.json</c>.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="path">The file; a file of the same name is replaced.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    public static void Save(this ComparisonReport report, string path) => Save(path, report.ToHtml, () => report.ToMarkdown(), () => ReportJson.Write(report));

    /// <summary>Saves a report in all forms: report.html, report.md, report.json, and in the folder charts each chart as PNG and SVG. Charts of an earlier report there that this one does not have are removed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="directory">The folder; it is made where there is none.</param>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> SaveAll(this EvaluationReport report, string directory) => SaveAll(directory, EvaluationDocument.Of(report), ReportJson.Write(report));

    /// <summary>Saves a comparison in all forms: report.html, report.md, report.json, and in the folder charts each chart as PNG and SVG. Charts of an earlier report there that this one does not have are removed.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="directory">The folder; it is made where there is none.</param>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> SaveAll(this ComparisonReport report, string directory) => SaveAll(directory, ComparisonDocument.Of(report), ReportJson.Write(report));

    /// <summary>Makes a page of a report: one file that opens without a network.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The page.</returns>
    public static string ToHtml(this EvaluationReport report) => HtmlPage.Of(EvaluationDocument.Of(report));

    /// <summary>Makes a page of a comparison: one file that opens without a network.</summary>
    /// <param name="report">The comparison.</param>
    /// <returns>The page.</returns>
    public static string ToHtml(this ComparisonReport report) => HtmlPage.Of(ComparisonDocument.Of(report));

    /// <summary>Makes a part of a page of a report, for a notebook: with its style, which touches nothing else, and without script.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The HTML.</returns>
    public static string ToHtmlFragment(this EvaluationReport report) => HtmlPage.FragmentOf(EvaluationDocument.Of(report));

    /// <summary>Makes a part of a page of a comparison, for a notebook: with its style, which touches nothing else, and without script.</summary>
    /// <param name="report">The comparison.</param>
    /// <returns>The HTML.</returns>
    public static string ToHtmlFragment(this ComparisonReport report) => HtmlPage.FragmentOf(ComparisonDocument.Of(report));

    /// <summary>Makes Markdown of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="pictures">The folder with the charts as PNG, as seen from the Markdown; null for none, and charts are described in words.</param>
    /// <returns>The Markdown.</returns>
    public static string ToMarkdown(this EvaluationReport report, string? pictures = null) => MarkdownText.Of(EvaluationDocument.Of(report), pictures);

    /// <summary>Makes Markdown of a comparison.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="pictures">The folder with the charts as PNG, as seen from the Markdown; null for none, and charts are described in words.</param>
    /// <returns>The Markdown.</returns>
    public static string ToMarkdown(this ComparisonReport report, string? pictures = null) => MarkdownText.Of(ComparisonDocument.Of(report), pictures);

    /// <summary>The charts of a report, each to be saved as a picture of its own.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The charts, in the order of the page; each has a name of its own.</returns>
    public static IReadOnlyList<ReportChart> Charts(this EvaluationReport report) => EvaluationDocument.Of(report).Charts;

    /// <summary>The charts of a comparison, each to be saved as a picture of its own.</summary>
    /// <param name="report">The comparison.</param>
    /// <returns>The charts, in the order of the page; each has a name of its own.</returns>
    public static IReadOnlyList<ReportChart> Charts(this ComparisonReport report) => ComparisonDocument.Of(report).Charts;

    private static void Save(string path, Func<string> html, Func<string> markdown, Func<string> json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ReportFile.Write(path, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => html(),
            ".md" => markdown(),
            ".json" => json(),
            _ => throw new ArgumentException($"A report is saved as .html, .md or .json, and '{path}' ends otherwise. Charts are saved one by one: report.Charts().", nameof(path)),
        });
    }

    private static List<string> SaveAll(string directory, ReportDocument document, string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string charts = Path.Combine(directory, Pictures);
        IReadOnlyList<string> earlier = EarlierReport.FilesIn(directory);
        Directory.CreateDirectory(charts);
        var files = new List<string>();
        void Write(string path, Action<string> write)
        {
            write(path);
            files.Add(path);
        }
        Write(Path.Combine(directory, "report.html"), path => ReportFile.Write(path, HtmlPage.Of(document)));
        Write(Path.Combine(directory, "report.md"), path => ReportFile.Write(path, MarkdownText.Of(document, Pictures)));
        Write(Path.Combine(directory, "report.json"), path => ReportFile.Write(path, json));
        foreach (ReportChart chart in document.Charts)
        {
            Write(Path.Combine(charts, $"{chart.Name}.png"), path => chart.SavePng(path));
            Write(Path.Combine(charts, $"{chart.Name}.svg"), chart.SaveSvg);
        }
        EarlierReport.RemoveRest(directory, earlier, files.Select(file => Path.GetRelativePath(directory, file)));
        return files;
    }
}
