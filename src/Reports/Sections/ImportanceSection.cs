namespace MLNet.LossExperiments.Reports;

/// <summary>What predictions owe to each feature.</summary>
internal static class ImportanceSection
{
    private const int MostRows = 200;
    private const int FewRows = 25;

    public static ReportSection? Of(PermutationImportance? importance) => importance is null || importance.Features.Count == 0 ? null : new ReportSection("importance", "What predictions owe to each feature",
    [
        new ReportBlock.Words($"How much {importance.Metric} rises from {Figure.Show(importance.Baseline)} when a feature's values are dealt to other rows at random, mean of {Figure.Many(importance.Repeats, "dealing")} on {Figure.Many(importance.Rows, "row")}. Features that say the same share their importance: each alone may look useless."),
        new ReportBlock.Chart(DataCharts.Importance(importance)),
        new ReportBlock.Table("Importance of each feature",
            ["Feature", TableColumn.Number("Increase"), TableColumn.Number("Interval"), TableColumn.Number("Deviation between dealings")],
            [.. importance.Features.Take(MostRows).Select(feature => new TableCell[] { feature.Name, new(Figure.Show(feature.Increase), true), Figure.Interval(feature.Low, feature.High), Figure.Show(feature.RepeatDeviation) })], IsFolded: importance.Features.Count > FewRows),
        .. importance.Features.Count > MostRows ? new ReportBlock[] { new ReportBlock.Words($"The table ends after {MostRows} of {importance.Features.Count} features; report.json has all.") } : [],
    ]);
}
