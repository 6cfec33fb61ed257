using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Lines in a frame, drawn with characters: with dots of Braille in colour, eight to a character, or with a mark of ASCII for each line.</summary>
/// <param name="title">What stands above.</param>
/// <param name="lines">The lines, at least one.</param>
/// <param name="width">How many characters it may be wide, labels included.</param>
/// <param name="isPlain">Whether to use nothing but ASCII.</param>
internal sealed class LinePlot(string title, IReadOnlyList<PlotLine> lines, int width, bool isPlain) : Renderable
{
    private const int Height = 13;
    private const int LeastInnerWidth = 10;

    // The dots of a Braille character, as Unicode numbers them: by row, then column.
    private static readonly byte[] Dots = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(width, width);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        (double low, double high, double[] yTicks) = Frame([.. lines.SelectMany(line => line.Y).Where(double.IsFinite)]);
        Dictionary<int, string> yLabels = yTicks.GroupBy(tick => (int)Math.Round((high - tick) / (high - low) * (Height - 1))).ToDictionary(row => row.Key, row => Show(row.First()));
        int labelWidth = yLabels.Values.Max(label => label.Length);
        int inner = Math.Max(LeastInnerWidth, width - labelWidth - 2);
        double left = lines.Min(line => line.X[0]), right = lines.Max(line => line.X[^1]);

        yield return new Segment(title, new Style(decoration: Decoration.Bold));
        yield return Segment.LineBreak;
        int[,] owners = new int[Height, inner];
        byte[,] dots = new byte[Height, inner];
        for (int index = 0; index < lines.Count; index++)
            Draw(lines[index], index + 1, owners, dots, left, right, low, high);
        for (int row = 0; row < Height; row++)
        {
            bool isTick = yLabels.TryGetValue(row, out string? label);
            yield return new Segment($"{(label ?? "").PadLeft(labelWidth)} {(isPlain ? isTick ? '+' : '|' : isTick ? '┤' : '│')}");
            int end = Enumerable.Range(0, inner).LastOrDefault(column => owners[row, column] > 0, -1);
            for (int column = 0; column <= end; column++)
                yield return Cell(owners[row, column], dots[row, column]);
            yield return Segment.LineBreak;
        }
        foreach (string line in Below(left, right, inner))
        {
            yield return new Segment(new string(' ', labelWidth + 1) + line);
            yield return Segment.LineBreak;
        }
    }

    /// <summary>Round numbers that enclose the values, and round steps between them.</summary>
    internal static (double Low, double High, double[] Ticks) Frame(IReadOnlyList<double> values)
    {
        double low = values.DefaultIfEmpty(0).Min(), high = values.DefaultIfEmpty(1).Max();
        if (high - low < 1e-9 * Math.Max(1e-300, Math.Abs(high)))
            (low, high) = low == 0 ? (-1, 1) : (Math.Min(0, 2 * low), Math.Max(0, 2 * high));
        double step = Step((high - low) / 5);
        int first = (int)Math.Floor((low / step) + 1e-9), last = (int)Math.Ceiling((high / step) - 1e-9);
        double[] ticks = [.. Enumerable.Range(first, last - first + 1).Select(index => index * step)];
        return (ticks[0], ticks[^1], ticks);
    }

    private static double Step(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }

    // From column to column the line is followed up or down, so that steep parts have no gaps.
    private void Draw(PlotLine line, int owner, int[,] owners, byte[,] dots, double left, double right, double low, double high)
    {
        (int across, int down) = isPlain ? (1, 1) : (2, 4);
        int columns = owners.GetLength(1) * across, rows = Height * down;
        int? before = null;
        for (int x = 0; x < columns; x++)
        {
            double value = line.At(left + ((right - left) * x / (columns - 1)));
            int? here = double.IsFinite(value) ? (int)Math.Round((high - value) / (high - low) * (rows - 1)) : null;
            if (here is { } y)
            {
                int from = before is { } last && last != y ? last + Math.Sign(y - last) : y;
                for (int dot = Math.Min(from, y); dot <= Math.Max(from, y); dot++)
                {
                    owners[dot / down, x / across] = owner;
                    dots[dot / down, x / across] |= isPlain ? (byte)0 : Dots[(dot % down * across) + (x % across)];
                }
            }
            before = here;
        }
    }

    private Segment Cell(int owner, byte dots)
    {
        if (owner == 0)
            return new Segment(" ");
        PlotLine line = lines[owner - 1];
        return isPlain ? new Segment(line.Mark.ToString()) : new Segment(((char)(0x2800 + dots)).ToString(), new Style(line.Color));
    }

    private IEnumerable<string> Below(double left, double right, int inner)
    {
        var rule = new StringBuilder(isPlain ? "+" : "└").Append(isPlain ? '-' : '─', inner);
        var labels = new StringBuilder();
        foreach (double tick in Frame([left, right]).Ticks.Where(tick => tick >= left && tick <= right))
        {
            int place = 1 + (int)Math.Round((tick - left) / (right - left) * (inner - 1));
            rule[place] = isPlain ? '+' : '┬';
            string label = Show(tick);
            int start = Math.Min(Math.Max(0, place - (label.Length / 2)), inner + 1 - label.Length);
            if (labels.Length == 0 || start > labels.Length)
                labels.Append(' ', start - labels.Length).Append(label);
        }
        return [rule.ToString(), labels.ToString()];
    }

    // A tick is a multiple of its step; the last digits of the product are noise.
    private static string Show(double tick) => tick.ToString("G6", CultureInfo.InvariantCulture);
}
