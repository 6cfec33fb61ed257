using MLNet.LossExperiments.Host.Formats;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>
/// A table that breaks no cell in two: columns for which a line has no room follow below, beside the first column again. Where there is no end of a line, as in a file, all stand side by side.
/// </summary>
/// <param name="columns">The columns; the first names the rows.</param>
/// <param name="gap">The spaces between two columns.</param>
internal sealed class WideTable(IReadOnlyList<WideTable.Column> columns, int gap = 2) : Renderable
{
    private const string Cut = "…";

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private readonly List<IReadOnlyList<Cell>> _rows = [];

    /// <param name="Heading">What stands above the column.</param>
    /// <param name="IsNumber">Whether its cells end at its right edge, and are never shortened.</param>
    internal readonly record struct Column(string Heading, bool IsNumber = false);

    /// <param name="Text">What is in it; line breaks and control characters are shown by signs.</param>
    /// <param name="IsStrong">Whether it is set off.</param>
    internal readonly record struct Cell(string Text, bool IsStrong = false)
    {
        public static implicit operator Cell(string text) => new(text);
    }

    /// <summary>Adds a row with a cell for each column.</summary>
    public WideTable Add(params IReadOnlyList<Cell> cells)
    {
        _rows.Add([.. cells.Select(cell => cell with { Text = CellText.Line(cell.Text) })]);
        return this;
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int[] widths = [.. columns.Select((column, place) => _rows.Select(row => WidthOf(row[place].Text)).Append(WidthOf(CellText.Line(column.Heading))).Max())];
        // A name that leaves no room is cut, as far as the widest number needs it.
        int widest = columns.Select((column, place) => column.IsNumber ? widths[place] : 0).Max();
        widths[0] = Math.Min(widths[0], Math.Max(maxWidth / 3, maxWidth - gap - widest));
        bool isFirst = true;
        foreach (int[] part in Parts(widths, maxWidth))
        {
            if (!isFirst)
                yield return Segment.LineBreak;
            isFirst = false;
            foreach (Segment segment in Lines(part, widths, maxWidth))
                yield return segment;
        }
    }

    // The places of the columns that stand side by side.
    private IEnumerable<int[]> Parts(int[] widths, int room)
    {
        var part = new List<int> { 0 };
        int used = widths[0];
        for (int place = 1; place < columns.Count; place++)
        {
            if (part.Count > 1 && used + gap + widths[place] > room)
            {
                yield return [.. part];
                part = [0];
                used = widths[0];
            }
            part.Add(place);
            used += gap + widths[place];
        }
        yield return [.. part];
    }

    private IEnumerable<Segment> Lines(int[] part, int[] widths, int room)
    {
        foreach (IReadOnlyList<Cell> row in _rows.Prepend([.. columns.Select(column => new Cell(CellText.Line(column.Heading), IsStrong: true))]))
        {
            int used = 0;
            for (int i = 0; i < part.Length; i++)
            {
                int place = part[i], width = Math.Min(widths[place], Math.Max(1, room - used - (i == 0 ? 0 : gap)));
                string text = columns[place].IsNumber ? row[place].Text : Shorten(row[place].Text, width);
                string before = new(' ', (i == 0 ? 0 : gap) + (columns[place].IsNumber ? Math.Max(0, width - WidthOf(text)) : 0));
                string after = columns[place].IsNumber || i == part.Length - 1 ? "" : new string(' ', Math.Max(0, width - WidthOf(text)));
                yield return new Segment(before);
                yield return new Segment(text, row[place].IsStrong ? Bold : Style.Plain);
                yield return new Segment(after);
                used += before.Length + WidthOf(text) + after.Length;
            }
            yield return Segment.LineBreak;
        }
    }

    private static string Shorten(string text, int width)
    {
        if (WidthOf(text) <= width)
            return text;
        int length = text.Length;
        while (length > 0 && WidthOf(text[..length]) > width - 1)
            length -= char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        return text[..Math.Max(0, length)] + Cut;
    }

    private static int WidthOf(string text) => new Segment(text).CellCount();
}
