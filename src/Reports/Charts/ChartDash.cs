using ScottPlot;

namespace MLNet.LossExperiments.Reports;

/// <summary>
/// How lines are broken. Skia cannot write broken lines as SVG: it cuts them to pieces and complains about each on the error stream. Where an SVG is drawn, such lines are whole and have a colour of their own instead, one
/// step of blue beside the true one, by which <see cref="SvgPicture"/> finds them.
/// </summary>
/// <param name="Pattern">What ScottPlot calls it.</param>
/// <param name="Step">The bits of blue that differ.</param>
/// <param name="Lengths">What SVG calls it.</param>
internal sealed record ChartDash(LinePattern Pattern, int Step, string Lengths)
{
    public static ChartDash Dashed { get; } = new(LinePattern.Dashed, 1, "7 5");

    public static ChartDash Dotted { get; } = new(LinePattern.Dotted, 2, "2 4");

    /// <summary>The true colour and the lengths of each colour that stands for a broken line.</summary>
    public static IReadOnlyDictionary<string, (string Color, string Lengths)> Marks { get; } = ChartColors.Series.Append(ChartColors.Axis)
        .SelectMany(color => new[] { Dashed, Dotted }.Select(dash => (Mark: dash.MarkOf(color), Color: color, dash.Lengths)))
        .ToDictionary(mark => mark.Mark, mark => (mark.Color, mark.Lengths));

    public string MarkOf(string color) => $"#{Convert.ToInt32(color[1..], 16) ^ Step:X6}";
}
