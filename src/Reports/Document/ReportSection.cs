namespace MLNet.LossExperiments.Reports;

/// <summary>A section of a report.</summary>
/// <param name="Id">Its name, fit for a link.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What it holds.</param>
internal sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);
