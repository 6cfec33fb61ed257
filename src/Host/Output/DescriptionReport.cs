using System.Globalization;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints what is in a file, for people.</summary>
internal static class DescriptionReport
{
    private const int MostColumns = 100;
    private const int MostFrequent = 3;

    private static readonly string[] Headings = ["column", "type", "missing", "distinct", "mean", "std. dev.", "min", "25 %", "median", "75 %", "max", "most frequent"];

    public static void Show(Screen screen, TableSource source, DataDescription data)
    {
        screen.Result($"{source.Name}: {Count(data.Rows)} rows, {Count(data.ColumnCount)} columns; {source.Description}");
        if (data.Pixels is { } pixels)
            ShowPixels(screen, pixels);
        if (data.Columns.Count > 0)
        {
            screen.Result("");
            screen.Result(Lay(data.Columns.Take(MostColumns)));
        }
        if (data.Columns.Count > MostColumns)
            screen.Result($"and {Count(data.Columns.Count - MostColumns)} more columns; --json has all");
        foreach (ColumnSummary column in data.Columns.Where(column => column.Faulty > 0))
            screen.Warn($"'{column.Name}' holds numbers, but not in {(column.Faulty == 1 ? "1 row" : $"{Count(column.Faulty)} rows")}, first in {column.FirstFault}.");
        if (data.Classes.Count > 0)
            ShowClasses(screen, data);
    }

    private static void ShowPixels(Screen screen, PixelSummary pixels)
    {
        screen.Result(string.Create(CultureInfo.InvariantCulture, $"Images of {pixels.Width} x {pixels.Height} pixels from {pixels.Least} to {pixels.Greatest}"));
        string scaled = pixels.White == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", divided by {pixels.White}");
        screen.Result(string.Create(CultureInfo.InvariantCulture, $"All pixels{scaled}: mean {pixels.Mean:0.0000}, standard deviation {pixels.StandardDeviation:0.0000}"));
    }

    private static WideTable Lay(IEnumerable<ColumnSummary> columns)
    {
        var table = new WideTable([.. Headings.Select((heading, i) => new WideTable.Column(heading, IsNumber: i is not (0 or 1) && i < Headings.Length - 1))]);
        foreach (ColumnSummary column in columns)
        {
            double[] numbers = column.Numbers is { } n ? [n.Mean, n.StandardDeviation, n.Least, n.FirstQuartile, n.Median, n.ThirdQuartile, n.Greatest] : [];
            table.Add([
                column.Name,
                ColumnTypes.Text(column.Kind),
                Count(column.Missing),
                Count(column.Distinct),
                .. Enumerable.Range(0, 7).Select(i => new WideTable.Cell(numbers.Length == 0 ? "" : Number(numbers[i]))),
                string.Join(", ", column.Frequent.Take(MostFrequent).Select(count => $"{CellText.Short(count.Value)} {Count(count.Rows)}")) + (column.Frequent.Count > MostFrequent ? ", ..." : ""),
            ]);
        }
        return table;
    }

    private static void ShowClasses(Screen screen, DataDescription data)
    {
        const double percent = 100;
        double total = data.Classes.Sum(count => count.Rows);
        screen.Result("");
        screen.Result($"Classes of {CellText.Quote(data.Label ?? "")}:");
        var table = new WideTable([new(""), new("rows", IsNumber: true), new("share", IsNumber: true)]);
        foreach (ValueCount count in data.Classes)
            table.Add($"  {CellText.Short(count.Value)}", Count(count.Rows), string.Create(CultureInfo.InvariantCulture, $"{percent * count.Rows / total:0.0} %"));
        screen.Result(table);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G5", CultureInfo.InvariantCulture);
}
