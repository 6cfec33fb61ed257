namespace MLNet.LossExperiments.Reports;

/// <summary>
/// What a reader of a page may move. ScottPlot names no element of an SVG: such marks are drawn in a colour one step of green beside the true one, by which <see cref="SvgPicture"/> finds them.
/// </summary>
internal static class ChartMotion
{
    /// <summary>What elements that move are called; report.js looks for it.</summary>
    public const string Attribute = "data-moves";

    private const int Step = 0x100;

    /// <summary>The true colour of each colour that stands for a mark that moves.</summary>
    public static IReadOnlyDictionary<string, string> Marks { get; } =
        ChartColors.Series.Append(ChartColors.Axis).Concat(ChartDash.Marks.Keys).ToDictionary(MarkOf);

    public static string MarkOf(string color) => $"#{Convert.ToInt32(color[1..], 16) ^ Step:X6}";
}
