using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>A report on a model or on a comparison, ready to be written.</summary>
/// <param name="Page">Makes the page.</param>
/// <param name="Json">Makes its data.</param>
/// <param name="Markdown">Makes it as Markdown, with links to charts in a folder; null for none.</param>
/// <param name="Charts">Makes its charts.</param>
internal sealed record ReadyReport(Func<string> Page, Func<string> Json, Func<string?, string> Markdown, Func<IReadOnlyList<ReportChart>> Charts)
{
    /// <summary>A report on a model.</summary>
    public static ReadyReport Of(EvaluationReport report) => new(report.ToHtml, () => ReportJson.Write(report), report.ToMarkdown, report.Charts);

    /// <summary>A report on a comparison.</summary>
    public static ReadyReport Of(ComparisonReport report) => new(report.ToHtml, () => ReportJson.Write(report), report.ToMarkdown, report.Charts);
}
