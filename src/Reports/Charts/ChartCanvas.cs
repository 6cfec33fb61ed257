using ScottPlot;
using ScottPlot.Plottables;

namespace MLNet.LossExperiments.Reports;

/// <summary>What charts are drawn on: the few marks that reports need, in their colours, by ScottPlot. Numbers that are NaN or infinite leave a gap.</summary>
internal sealed class ChartCanvas
{
    private const float EdgeSize = 8;
    private const int LettersOfSymbol = 7, LegendLetters = 62;
    private const float LegendRow = 16, LegendEdge = 10;

    // Of the range of the data, so that nothing touches the frame; and of what lies above the greatest where axes start at 0.
    private const double MarginAcross = 0.06, MarginUp = 0.12, Headroom = 0.08;

    private readonly Plot _plot;
    private readonly bool _isSvg;
    private readonly ChartLetters _letters;

    /// <param name="plot">What is drawn on.</param>
    /// <param name="isSvg">Whether the plot will be written as SVG.</param>
    /// <param name="letters">Its texts.</param>
    public ChartCanvas(Plot plot, bool isSvg, ChartLetters letters)
    {
        _plot = plot;
        _isSvg = isSvg;
        _letters = letters;
        plot.FigureBackground.Color = Color.FromHex(ChartColors.Background);
        plot.DataBackground.Color = Color.FromHex(ChartColors.Background);
        plot.Grid.MajorLineColor = Color.FromHex(ChartColors.Grid);
        plot.Axes.Color(Color.FromHex(ChartColors.Text));
        // They keep their room, so that nothing touches the edge of the picture.
        foreach (IAxis edge in new IAxis[] { plot.Axes.Right, plot.Axes.Top })
        {
            edge.FrameLineStyle.Width = 0;
            (edge.MinimumSize, edge.MaximumSize) = (EdgeSize, EdgeSize);
        }
        foreach (IAxis axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom })
        {
            axis.FrameLineStyle.Color = Color.FromHex(ChartColors.Axis);
            axis.MajorTickStyle.Color = Color.FromHex(ChartColors.Axis);
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontSize = 12;
            axis.Label.FontSize = 13;
            axis.Label.Bold = false;
        }
        plot.Axes.Margins(MarginAcross, MarginUp);
    }

    public void Axes(string across, string up)
    {
        _plot.XLabel(_letters.Of(across, 60));
        _plot.YLabel(_letters.Of(up, 40));
    }

    public void Line(IReadOnlyList<double> x, IReadOnlyList<double> y, int series, string? name = null, bool isDashed = false, bool isStepped = false)
    {
        foreach ((double[] across, double[] up) in Runs(x, y))
        {
            Scatter line = _plot.Add.ScatterLine(across, up, Of(series));
            line.LineWidth = 2;
            // A line through one point is none.
            if (across.Length == 1)
                line.MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, 7, Of(series));
            if (isDashed)
                (line.LineColor, line.LinePattern) = Broken(ChartColors.Series[series % ChartColors.Series.Count], ChartDash.Dashed);
            if (isStepped)
                line.ConnectStyle = ConnectStyle.StepVertical;
            line.LegendText = _letters.Of(name ?? "");
            name = null;
        }
    }

    public void Points(IReadOnlyList<double> x, IReadOnlyList<double> y, int series, string? name = null, double opacity = 1, float size = 7)
    {
        (double[] across, double[] up) = Finite(x, y);
        if (across.Length == 0)
            return;
        Markers markers = _plot.Add.Markers(across, up, MarkerShape.FilledCircle, size, Of(series).WithAlpha(opacity));
        markers.LegendText = _letters.Of(name ?? "");
    }

    public void Band(IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, int series)
    {
        int[] kept = [.. Enumerable.Range(0, x.Count).Where(i => double.IsFinite(low[i]) && double.IsFinite(high[i]))];
        if (kept.Length < 2)
            return;
        FillY band = _plot.Add.FillY(x.Pick(kept), low.Pick(kept), high.Pick(kept));
        band.FillColor = Of(series).WithAlpha(0.15);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    /// <summary>A straight line from edge to edge that data is compared with.</summary>
    public void Diagonal(double intercept, double slope, double from, double to, string? name = null)
    {
        LinePlot line = _plot.Add.Line(from, intercept + slope * from, to, intercept + slope * to);
        line.LineWidth = 1.5f;
        (line.LineColor, line.LinePattern) = Broken(ChartColors.Axis, ChartDash.Dashed);
        line.LegendText = name ?? "";
    }

    public void Level(double y) => Style(_plot.Add.HorizontalLine(y), ChartColors.Axis);

    public void Mark(double x, string? name = null, int? series = null)
    {
        VerticalLine line = _plot.Add.VerticalLine(x);
        Style(line, series is { } own ? ChartColors.Series[own] : ChartColors.Axis);
        line.LegendText = name ?? "";
    }

    /// <summary>A point at the model's threshold, which a reader of a page may move.</summary>
    public void ThresholdPoint(double x, double y, int series)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return;
        const string name = "at the threshold";
        const float size = 9;
        string color = ChartColors.Series[series];
        _plot.Add.Marker(x, y, MarkerShape.FilledCircle, size, Color.FromHex(Moving(color)));
        _plot.Legend.ManualItems.Add(new LegendItem { LabelText = name, MarkerShape = MarkerShape.FilledCircle, MarkerSize = size, MarkerFillColor = Color.FromHex(color) });
    }

    /// <summary>A line at the model's threshold, which a reader of a page may move.</summary>
    public void ThresholdMark(double x)
    {
        if (!double.IsFinite(x))
            return;
        VerticalLine line = _plot.Add.VerticalLine(x);
        Style(line, ChartColors.Axis);
        var legend = new LegendItem { LabelText = "threshold", LineWidth = line.LineWidth, LineColor = line.LineColor, LinePattern = line.LinePattern };
        _plot.Legend.ManualItems.Add(legend);
        line.LineColor = Color.FromHex(Moving(_isSvg ? ChartDash.Dotted.MarkOf(ChartColors.Axis) : ChartColors.Axis));
    }

    /// <summary>Columns between edges.</summary>
    public void Histogram(IReadOnlyList<double> edges, IReadOnlyList<double> counts, int series, string? name = null, double opacity = 0.75) => Bars(
        counts.Select((count, i) => (Position: (edges[i] + edges[i + 1]) / 2, Value: count, Size: edges[i + 1] - edges[i])).Where(bar => double.IsFinite(bar.Value)),
        series, name, opacity, Orientation.Vertical);

    public void Columns(IReadOnlyList<double> x, IReadOnlyList<double> heights, double width, int series, string? name = null) =>
        Bars(heights.Select((height, i) => (x[i], height, width)).Where(bar => double.IsFinite(bar.height)), series, name, 0.85, Orientation.Vertical);

    public void Rows(IReadOnlyList<double> y, IReadOnlyList<double> lengths, int series) =>
        Bars(lengths.Select((length, i) => (y[i], length, 0.62)).Where(bar => double.IsFinite(bar.length)), series, null, 0.85, Orientation.Horizontal);

    /// <summary>Intervals along one axis, at places of the other.</summary>
    public void Intervals(IReadOnlyList<double> places, IReadOnlyList<double> low, IReadOnlyList<double> high, bool isAcross, int? series = null, double opacity = 1)
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (!double.IsFinite(low[i]) || !double.IsFinite(high[i]) || !double.IsFinite(places[i]))
                continue;
            LinePlot line = isAcross ? _plot.Add.Line(low[i], places[i], high[i], places[i]) : _plot.Add.Line(places[i], low[i], places[i], high[i]);
            line.LineColor = (series is { } own ? Of(own) : Color.FromHex(ChartColors.Text)).WithAlpha(opacity);
            line.LineWidth = 1.6f;
        }
    }

    public void Bar(double fromX, double fromY, double toX, double toY, int series, float width)
    {
        LinePlot line = _plot.Add.Line(fromX, fromY, toX, toY);
        line.LineColor = Of(series);
        line.LineWidth = width;
    }

    /// <summary>A filled cell.</summary>
    public void Cell(double fromX, double toX, double fromY, double toY, int series, double opacity)
    {
        ScottPlot.Plottables.Rectangle cell = _plot.Add.Rectangle(fromX, toX, fromY, toY);
        cell.FillColor = Of(series).WithAlpha(opacity);
        cell.LineWidth = 0;
    }

    public void Write(string text, double x, double y, Alignment alignment, float size = 12, bool isLight = false)
    {
        Text label = _plot.Add.Text(_letters.Of(text), x, y);
        label.LabelFontSize = size;
        label.LabelFontColor = Color.FromHex(isLight ? ChartColors.Background : ChartColors.Text);
        label.LabelAlignment = alignment;
    }

    public void NamesAcross(IReadOnlyList<string> names) => new ChartNames(names, _letters).PutAcross(_plot.Axes.Bottom);

    public void NamesUp(IReadOnlyList<string> names) => new ChartNames(names, _letters).Put(_plot.Axes.Left);

    public void HideUp()
    {
        _plot.Axes.Left.IsVisible = false;
        _plot.HideGrid();
    }

    public void HideGrid() => _plot.HideGrid();

    public void Limits(double left, double right, double bottom, double top) => _plot.Axes.SetLimits(left, right, bottom, top);

    public void LimitsUp(double bottom, double top) => _plot.Axes.SetLimitsY(bottom, top);

    public void LimitsAcross(double left, double right) => _plot.Axes.SetLimitsX(left, right);

    public void StartAtZero()
    {
        (_, double top) = Reach();
        LimitsUp(0, top > 0 ? top * (1 + Headroom) : 1);
    }

    /// <summary>What is counted across has no halves.</summary>
    public void CountsAcross() => _plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };

    /// <summary>Values that never change are given an axis of their own size; ScottPlot's would reach from one below them to one above.</summary>
    public void WidenWhereFlat()
    {
        const double share = 0.1;
        (double bottom, double top) = Reach();
        if (!_plot.Axes.Left.Range.HasBeenSet && top == bottom && top != 0)
            LimitsUp(bottom - share * Math.Abs(bottom), top + share * Math.Abs(top));
    }

    /// <summary>The least and the greatest of all that is drawn so far.</summary>
    private (double Bottom, double Top) Reach()
    {
        AxisLimits[] limits = [.. _plot.GetPlottables().Select(plottable => plottable.GetAxisLimits())];
        return (limits.Select(own => own.Bottom).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min(), limits.Select(own => own.Top).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
    }

    public void Legend()
    {
        ScottPlot.Panels.LegendPanel panel = _plot.ShowLegend(Edge.Bottom);
        panel.Padding = new PixelPadding(2);
        Legend legend = _plot.Legend;
        legend.Margin = new PixelPadding(0);
        legend.Padding = new PixelPadding(4);
        legend.TightHorizontalWrapping = true;
        // Readers' fonts may be wider than the one that is measured.
        legend.InterItemPadding = new PixelPadding(8, 9, 2, 2);
        legend.SymbolWidth = 20;
        legend.Orientation = Orientation.Horizontal;
        legend.BackgroundColor = Color.FromHex(ChartColors.Background).WithAlpha(0);
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.FontColor = Color.FromHex(ChartColors.Text);
        legend.FontSize = 12;
        // The panel measures itself by the width of the picture, and cuts off the rows that the narrower part beside the axis needs more.
        double letters = _plot.GetPlottables().SelectMany(plottable => plottable.LegendItems).Concat(legend.ManualItems).Where(item => item.LabelText is { Length: > 0 }).Sum(item => item.LabelText!.Length + LettersOfSymbol);
        panel.MinimumSize = LegendEdge + (LegendRow * (float)Math.Ceiling(letters / LegendLetters));
    }

    private static Color Of(int series) => Color.FromHex(ChartColors.Series[series % ChartColors.Series.Count]);

    private string Moving(string color) => _isSvg ? ChartMotion.MarkOf(color) : color;

    private (Color Color, LinePattern Pattern) Broken(string color, ChartDash dash) =>
        _isSvg ? (Color.FromHex(dash.MarkOf(color)), LinePattern.Solid) : (Color.FromHex(color), dash.Pattern);

    private void Style(AxisLine line, string color)
    {
        line.LineWidth = 1.5f;
        (line.LineColor, line.LinePattern) = Broken(color, ChartDash.Dotted);
    }

    private void Bars(IEnumerable<(double Position, double Value, double Size)> bars, int series, string? name, double opacity, Orientation orientation)
    {
        Bar[] own = [.. bars.Select(bar => new Bar { Position = bar.Position, Value = bar.Value, Size = bar.Size, FillColor = Of(series).WithAlpha(opacity), LineWidth = 0, Orientation = orientation })];
        if (own.Length == 0)
            return;
        BarPlot plot = _plot.Add.Bars(own);
        plot.LegendText = _letters.Of(name ?? "");
    }

    private static (double[] X, double[] Y) Finite(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int[] kept = [.. Enumerable.Range(0, Math.Min(x.Count, y.Count)).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        return (x.Pick(kept), y.Pick(kept));
    }

    private static IEnumerable<(double[] X, double[] Y)> Runs(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int start = 0;
        for (int i = 0; i <= y.Count; i++)
        {
            if (i < y.Count && double.IsFinite(x[i]) && double.IsFinite(y[i]))
                continue;
            if (i > start)
                yield return ([.. x.Skip(start).Take(i - start)], [.. y.Skip(start).Take(i - start)]);
            start = i + 1;
        }
    }
}
