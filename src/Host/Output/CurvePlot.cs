using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Host.Losses;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Draws losses and their gradients with characters, side by side where there is room.</summary>
internal static class CurvePlot
{
    private const int WidthForTwo = 110;
    private const int GreatestWidth = 200;
    private const int PlainWidth = 80;
    private const int Gap = 3;
    private const string Marks = "*o+x#@%&";

    private static readonly Color[] Colors = [Color.Blue, Color.Orange1, Color.Green, Color.Magenta1, Color.Aqua, Color.Red, Color.Yellow, Color.Grey];

    /// <param name="chart">What to draw.</param>
    /// <param name="width">The characters that there is room for.</param>
    /// <param name="isPlain">Whether to use nothing but ASCII.</param>
    public static IRenderable Of(CurveChart chart, int width, bool isPlain)
    {
        (string Name, int Loss, int Case, CurveSeries Series)[] lines = [.. chart.Lines];
        int room = Math.Min(width, isPlain ? PlainWidth : GreatestWidth);
        bool isPair = room >= WidthForTwo;
        LinePlot Panel(string title, Func<CurveSeries, IReadOnlyList<double>> values) => new(
            Write(title, isPlain),
            [.. lines.Select((line, index) => new PlotLine(line.Series.X, values(line.Series), Colors[index % Colors.Length], Marks[index % Marks.Length]))],
            isPair ? (room - Gap) / 2 : room,
            isPlain);
        LinePlot losses = Panel(chart.LossLabel, series => series.Losses), gradients = Panel(chart.GradientLabel, series => series.Gradients);
        IRenderable panels = isPair
            ? new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(Gap)).AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0)).AddRow(losses, gradients)
            : new Rows([losses, Text.Empty, gradients]);
        return new Rows([panels, new Text($"against {Write(chart.AxisLabel, isPlain)}"), Legend(lines.Select(line => line.Name), isPlain), Text.Empty]);
    }

    private static Paragraph Legend(IEnumerable<string> names, bool isPlain)
    {
        var legend = new Paragraph();
        foreach ((int index, string name) in names.Index())
        {
            legend.Append(index == 0 ? "" : "   ");
            legend.Append(isPlain ? $"{Marks[index % Marks.Length]} " : "⠒⠒ ", isPlain ? Style.Plain : new Style(Colors[index % Colors.Length]));
            legend.Append(Write(name, isPlain));
        }
        return legend;
    }

    private static string Write(string text, bool isPlain) =>
        isPlain ? text.Replace("−", "-", StringComparison.Ordinal).Replace("²", "^2", StringComparison.Ordinal) : text;
}
