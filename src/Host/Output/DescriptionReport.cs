using System.Globalization;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

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

    private static Grid Lay(IEnumerable<ColumnSummary> columns)
    {
        var grid = new Grid();
        for (int i = 0; i < Headings.Length; i++)
        {
            GridColumn column = new GridColumn().NoWrap().PadLeft(i == 0 ? 0 : 2).PadRight(0);
            grid.AddColumn(i is 0 or 1 || i == Headings.Length - 1 ? column : column.RightAligned());
        }
        grid.AddRow([.. Headings.Select(heading => new Text(heading, new Style(decoration: Decoration.Bold)))]);
        foreach (ColumnSummary column in columns)
        {
            double[] numbers = column.Numbers is { } n ? [n.Mean, n.StandardDeviation, n.Least, n.FirstQuartile, n.Median, n.ThirdQuartile, n.Greatest] : [];
            grid.AddRow([
                new Text(column.Name),
                new Text(ColumnTypes.Text(column.Kind)),
                new Text(Count(column.Missing)),
                new Text(Count(column.Distinct)),
                .. Enumerable.Range(0, 7).Select(i => new Text(numbers.Length == 0 ? "" : Number(numbers[i]))),
                new Text(string.Join(", ", column.Frequent.Take(MostFrequent).Select(count => $"{CellText.Quote(count.Value)[1..^1]} {Count(count.Rows)}")) + (column.Frequent.Count > MostFrequent ? ", ..." : "")),
            ]);
        }
        return grid;
    }

    private static void ShowClasses(Screen screen, DataDescription data)
    {
        const double percent = 100;
        double total = data.Classes.Sum(count => count.Rows);
        screen.Result("");
        screen.Result($"Classes of '{data.Label}':");
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(0)).AddColumn(new GridColumn().NoWrap().RightAligned().PadLeft(2).PadRight(0)).AddColumn(new GridColumn().NoWrap().RightAligned().PadLeft(2).PadRight(0));
        foreach (ValueCount count in data.Classes)
            grid.AddRow(new Text(count.Value), new Text(Count(count.Rows)), new Text(string.Create(CultureInfo.InvariantCulture, $"{percent * count.Rows / total:0.0} %")));
        screen.Result(grid);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G5", CultureInfo.InvariantCulture);
}
