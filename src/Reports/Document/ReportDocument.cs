namespace MLNet.LossExperiments.Reports;

/// <summary>A report as sections of blocks: what pages and Markdown have in common.</summary>
/// <param name="Title">The title.</param>
/// <param name="Lead">A line below it.</param>
/// <param name="KeyFigures">What a reader wants to know first.</param>
/// <param name="Sections">The sections.</param>
internal sealed record ReportDocument(string Title, string Lead, IReadOnlyList<KeyFigure> KeyFigures, IReadOnlyList<ReportSection> Sections)
{
    public IReadOnlyList<ReportChart> Charts => [.. Sections.SelectMany(section => section.Blocks).OfType<ReportBlock.Chart>().Select(block => block.Picture)];
}
