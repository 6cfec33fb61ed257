using System.Text;
using System.Text.RegularExpressions;
using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Reports;
using ScottPlot;
using SkiaSharp;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Draws losses and, below, their gradients as a picture: PNG or SVG.</summary>
internal static partial class CurvePicture
{
    private const int Width = 860;
    private const int Height = 400;

    // Twice as many pixels as the picture is meant to be wide, for sharp letters on sharp screens.
    private const int Sharpness = 2;

    private const double TickDensity = 0.6;

    private static readonly string[] Colors = ["#2563EB", "#EA580C", "#059669", "#9333EA", "#DC2626", "#0891B2", "#CA8A04", "#475569"];

    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    private static readonly Dictionary<string, Func<Multiplot, int, int, byte[]>> Formats = new(StringComparer.OrdinalIgnoreCase) { [".png"] = DrawPng, [".svg"] = DrawSvg };

    /// <exception cref="FormatException">The name does not end as that of a picture does.</exception>
    public static string CheckName(string file) => Formats.ContainsKey(Path.GetExtension(file))
        ? file
        : throw new FormatException($"'{file}' must end with {string.Join(" or ", Formats.Keys)}, which says what is drawn.");

    /// <param name="charts">What to draw, side by side.</param>
    /// <param name="file">The name of the file, whose ending says the format.</param>
    public static byte[] Draw(IReadOnlyList<CurveChart> charts, string file)
    {
        ChartFonts.EnsureRegistered();
        var picture = new Multiplot { Layout = new ScottPlot.MultiplotLayouts.Grid(2, charts.Count) };
        picture.Subplots.RemoveAt(0);
        foreach (CurveChart chart in charts)
            picture.Subplots.Add(Panel(chart, chart.LossLabel, series => series.Losses, isUpper: true));
        foreach (CurveChart chart in charts)
            picture.Subplots.Add(Panel(chart, chart.GradientLabel, series => series.Gradients, isUpper: false));
        return Formats[Path.GetExtension(file)](picture, charts.Count * Width, 2 * Height);
    }

    private static Plot Panel(CurveChart chart, string label, Func<CurveSeries, IReadOnlyList<double>> values, bool isUpper)
    {
        var plot = new Plot();
        foreach ((string name, int loss, int place, CurveSeries series) in chart.Lines)
        {
            int color = chart.Curves.Count > 1 ? loss : place;
            ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(series.X.ToArray(), values(series).ToArray(), Color.FromHex(Colors[color % Colors.Length]));
            line.LineWidth = 2.5f;
            line.LinePattern = Patterns[chart.Curves.Count > 1 ? place % Patterns.Length : 0];
            line.LegendText = name;
        }
        Style(plot, label);
        if (isUpper)
        {
            plot.Title(chart.Title, 18);
            Legend legend = plot.ShowLegend(Alignment.UpperCenter);
            legend.FontSize = 13;
            legend.OutlineWidth = 0;
            legend.SymbolWidth = 30;
            legend.ShadowColor = ScottPlot.Colors.Transparent;
            legend.BackgroundColor = ScottPlot.Colors.White.WithAlpha(0.85);
        }
        else
        {
            plot.HideLegend();
            plot.Add.HorizontalLine(0, 1, Color.FromHex("#94A3B8"));
            plot.XLabel(chart.AxisLabel, 14);
        }
        return plot;
    }

    private static void Style(Plot plot, string label)
    {
        Color ink = Color.FromHex("#334155");
        plot.Font.Set(ChartFonts.Name);
        plot.YLabel(label, 14);
        plot.Axes.Color(ink);
        plot.Axes.Left.Label.Bold = plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.TickLabelStyle.FontSize = plot.Axes.Bottom.TickLabelStyle.FontSize = 12;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { TickDensity = TickDensity };
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { TickDensity = TickDensity };
        plot.Axes.Top.FrameLineStyle.Width = plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Color.FromHex("#E2E8F0");
        plot.Axes.Margins(0.01, 0.06);
        // The same place for the frame in both panels, whatever the width of the numbers beside it.
        plot.Layout.Fixed(new PixelPadding(80, 20, 55, 45));
    }

    private static byte[] DrawPng(Multiplot picture, int width, int height)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width * Sharpness, height * Sharpness));
        surface.Canvas.Scale(Sharpness);
        picture.Render(surface.Canvas, new PixelRect(0, width, height, 0));
        using SKImage image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private static byte[] DrawSvg(Multiplot picture, int width, int height)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
            picture.Render(canvas, new PixelRect(0, width, height, 0));
        // Whoever looks at it may not have the font.
        string svg = FontFamily().Replace(Encoding.UTF8.GetString(stream.ToArray()), $"font-family=\"{ChartFonts.Families}\"");
        return Encoding.UTF8.GetBytes(svg);
    }

    [GeneratedRegex("font-family=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex FontFamily();
}
