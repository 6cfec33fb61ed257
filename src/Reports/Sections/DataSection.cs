namespace MLNet.LossExperiments.Reports;

/// <summary>What was learned from.</summary>
internal static class DataSection
{
    private const int MostColumns = 200;

    private static readonly string[] Nutshell = ["Least", "Lower quartile", "Median", "Upper quartile", "Greatest", "Mean", "Standard deviation"];

    public static ReportSection Of(DataSummary data)
    {
        long missing = data.Columns.Sum(column => column.Missing);
        NamedValue[] facts =
        [
            new("Data", data.Name),
            new("Label", data.Label),
            .. data.Weight is { } weight ? [new NamedValue("Weight", weight)] : Array.Empty<NamedValue>(),
            new("Rows", Figure.Count(data.Rows)),
            .. data.SkippedRows > 0 ? [new NamedValue("Rows skipped", $"{Figure.Count(data.SkippedRows)}. {data.WhySkipped}")] : Array.Empty<NamedValue>(),
            .. data.Columns.Count > 0 ? [new NamedValue("Columns", Figure.Count(data.Columns.Count)), new NamedValue("Missing values", missing == 0 ? "none" : $"{Figure.Count(missing)}, in {Figure.Many(data.Columns.Count(column => column.Missing > 0), "column")}")] : Array.Empty<NamedValue>(),
            .. data.Split.Count > 0 ? [new NamedValue("Split", $"{string.Join(", ", data.Split.Select(part => $"{Figure.Count(part.Rows)} {part.Name}"))}{(data.SplitMethod is { } method ? $"; {method}" : "")}")] : Array.Empty<NamedValue>(),
        ];
        var blocks = new List<ReportBlock> { new ReportBlock.Facts(facts) };
        if (data.LabelDistribution is { } distribution && DataCharts.Labels(data.Label, distribution) is { } chart)
            blocks.Add(new ReportBlock.Chart(chart));
        if (data.LabelDistribution is { } labels)
            blocks.Add(Labels(data.Label, labels));
        if (data.Columns.Count > 0)
            blocks.Add(Columns(data.Columns));
        if (data.Columns.Count > MostColumns)
            blocks.Add(new ReportBlock.Words($"The table ends after {MostColumns} of {data.Columns.Count} columns; report.json has all."));
        return new ReportSection("data", "Data", blocks);
    }

    private static ReportBlock.Table Labels(string label, LabelDistribution distribution)
    {
        if (distribution.Classes.Count > 0)
        {
            return new ReportBlock.Table($"Rows of each class of {label}", ["Class", .. distribution.Parts.Select(part => TableColumn.Number(part.Part))],
                [.. distribution.Classes.Take(MostColumns).Select(TableCell[] (name, i) => [name, .. distribution.Parts.Select(part => (TableCell)$"{Figure.Count(part.Counts[i])} ({Figure.Share((double)part.Counts[i] / Math.Max(1, part.Counts.Sum()))})")])], IsFolded: distribution.Classes.Count > 12);
        }
        return new ReportBlock.Table($"{label} in each part", ["Part", .. Nutshell.Select(TableColumn.Number)],
            [.. distribution.Parts.Where(part => part.Numbers is not null).Select(TableCell[] (part) => [part.Part, .. Cells(part.Numbers!)])]);
    }

    private static IEnumerable<TableCell> Cells(NumberSummary numbers) =>
        new[] { numbers.Minimum, numbers.LowerQuartile, numbers.Median, numbers.UpperQuartile, numbers.Maximum, numbers.Mean, numbers.StandardDeviation }.Select(number => (TableCell)Figure.Show(number));

    private static ReportBlock.Table Columns(IReadOnlyList<ColumnSummary> columns) => new("The columns",
        ["Column", "Role", "Kind", TableColumn.Number("Missing"), TableColumn.Number("Distinct"), TableColumn.Number("Least"), TableColumn.Number("Median"), TableColumn.Number("Greatest"), TableColumn.Number("Mean"), "Remark"],
        [.. columns.Take(MostColumns).Select(column => new TableCell[]
        {
            column.Name, column.Role, column.Kind, Figure.Count(column.Missing), column.Distinct is { } distinct ? Figure.Count(distinct) : Figure.None,
            Number(column.Numbers?.Minimum), Number(column.Numbers?.Median), Number(column.Numbers?.Maximum), Number(column.Numbers?.Mean), column.Remark ?? "",
        })], IsFolded: true);

    private static string Number(double? value) => value is { } number ? Figure.Show(number) : "";
}
