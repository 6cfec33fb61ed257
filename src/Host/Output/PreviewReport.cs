using System.Globalization;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Prints the beginning of a file, for people.</summary>
internal static class PreviewReport
{
    private const int MostColumns = 40;
    private const int Gap = 2;

    public static void ShowRows(Screen screen, TableSource source, IReadOnlyList<string[]> rows)
    {
        screen.Result($"{source.Name}: {source.Description}");
        screen.Result("");
        int[] widths = [.. source.ColumnNames.Take(MostColumns).Select((name, column) => Gap + Math.Max(Shown(name).Length, rows.Select(row => Shown(row[column]).Length).DefaultIfEmpty(0).Max()))];
        int shown = Fitting(widths, screen.Width);
        var table = new WideTable([.. source.ColumnNames.Take(shown).Select((name, column) => new WideTable.Column(Shown(name), rows.All(row => CellFormat.Usual.TryReadNumber(row[column], out _))))]);
        foreach (string[] row in rows)
            table.Add([.. row.Take(shown).Select(text => new WideTable.Cell(Shown(text)))]);
        screen.Result(table);
        if (shown < source.ColumnNames.Count)
            screen.Result($"and {Count(source.ColumnNames.Count - shown)} more columns; --json has all");
    }

    public static void ShowImages(Screen screen, TableSource source, ImageColumns image, IReadOnlyList<string>? labels, int columns, string? picture)
    {
        screen.Result($"{source.Name}: {source.Description}");
        screen.Result($"Images of {image.Width} x {image.Height} pixels");
        if (labels is not null)
        {
            screen.Result($"Labels of the first {Count(labels.Count)}, row by row as in a picture:");
            foreach (string[] row in labels.Chunk(columns))
                screen.Result($"  {string.Join(' ', row)}");
        }
        screen.Result(picture is null ? "To see them, give the name of a picture to draw: -o images.png" : $"Drawn in {picture}");
    }

    private static int Fitting(int[] widths, int room)
    {
        int fitting = 0;
        for (int used = 0; fitting < widths.Length && (fitting == 0 || used + widths[fitting] <= room); fitting++)
            used += widths[fitting];
        return fitting;
    }

    private static string Shown(string text) => CellText.Short(text);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
