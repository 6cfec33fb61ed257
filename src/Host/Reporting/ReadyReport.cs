using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>A report on a model or on a comparison, ready to be written.</summary>
/// <param name="Page">Makes the page.</param>
/// <param name="Markdown">Makes it as Markdown, without charts.</param>
/// <param name="Json">Makes its data.</param>
/// <param name="Files">Makes everything, for a folder.</param>
internal sealed record ReadyReport(Func<string> Page, Func<string> Markdown, Func<string> Json, Func<IReadOnlyList<(string Name, Action<Stream> Write)>> Files)
{
    /// <param name="report">The report.</param>
    /// <param name="title">Another title; null for its own.</param>
    public static ReadyReport Of(EvaluationReport report, string? title)
    {
        EvaluationReport titled = title is null ? report : report with { Title = title };
        return new(titled.ToHtml, () => titled.ToMarkdown(), () => ReportJson.Write(titled), () => ReportFiles.Whole(titled));
    }

    /// <param name="report">The report.</param>
    /// <param name="title">Another title; null for its own.</param>
    public static ReadyReport Of(ComparisonReport report, string? title)
    {
        ComparisonReport titled = title is null ? report : report with { Title = title };
        return new(titled.ToHtml, () => titled.ToMarkdown(), () => ReportJson.Write(titled), () => ReportFiles.Whole(titled));
    }
}
