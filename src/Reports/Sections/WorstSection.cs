using System.Globalization;

namespace MLNet.LossExperiments.Reports;

/// <summary>The rows that were predicted worst.</summary>
internal static class WorstSection
{
    private const int MostColumns = 16;
    private const int LongestValue = 60;

    public static ReportSection? Of(WorstPredictions worst, string? name, string suffix)
    {
        if (worst.Rows.Count == 0)
            return null;
        bool hasProbability = worst.Rows.Any(row => double.IsFinite(row.Probability));
        bool isNumber = worst.Rows.All(row => IsNumber(row.Actual) && IsNumber(row.Predicted));
        string Show(string value) => isNumber ? Figure.Show(double.Parse(value, CultureInfo.InvariantCulture)) : ChartText.Of(value, LongestValue);
        TableColumn[] columns =
        [
            TableColumn.Number("Row"), new("Actual", isNumber), new("Predicted", isNumber), TableColumn.Number(Capital(worst.Measure)), .. hasProbability ? [TableColumn.Number("Probability of the truth")] : Array.Empty<TableColumn>(),
            .. worst.Columns.Take(MostColumns).Select((column, i) => new TableColumn(ChartText.Of(column, LongestValue), worst.Rows.All(row => i < row.Values.Count && (row.Values[i].Length == 0 || IsNumber(row.Values[i]))))),
        ];
        return new ReportSection($"worst{suffix}", name is null ? "Worst predictions" : $"Worst predictions, {name}",
        [
            new ReportBlock.Table($"The {Figure.Many(worst.Rows.Count, "row")} with the greatest {worst.Measure}; rows of the data are counted from 0", columns,
                [.. worst.Rows.Select(TableCell[] (row) =>
                [
                    row.Row.ToString(CultureInfo.InvariantCulture), Show(row.Actual), Show(row.Predicted), new(Figure.Show(row.Badness), true), .. hasProbability ? [Figure.Show(row.Probability)] : Array.Empty<TableCell>(),
                    .. row.Values.Take(MostColumns).Select(value => (TableCell)ChartText.Of(value, LongestValue)),
                ])]),
            .. worst.Columns.Count > MostColumns ? new ReportBlock[] { new ReportBlock.Words($"{MostColumns} of {worst.Columns.Count} columns are shown; report.json has all.") } : [],
        ]);
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
