namespace MLNet.LossExperiments.Reports;

/// <summary>The colours of charts on white. Each has a variable of the same name in report.css, by which a page draws it in the dark, too.</summary>
internal static class ChartColors
{
    public const string Text = "#3D4653";
    public const string Axis = "#8A93A0";
    public const string Grid = "#E3E7EC";
    public const string Background = "#FEFEFE";

    /// <summary>Told apart also by those who do not see red or green, and dark enough for lines and texts on white.</summary>
    public static IReadOnlyList<string> Series { get; } = ["#2563A8", "#C2410C", "#0F766E", "#7C3AED", "#A16207", "#BE185D", "#4D7C0F", "#475569"];

    /// <summary>The variable of each colour, to be put in its place.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>(
        [
            new(Text, "var(--chart-text)"), new(Axis, "var(--chart-axis)"), new(Grid, "var(--chart-grid)"), new(Background, "var(--card)"),
            .. Series.Select((color, i) => KeyValuePair.Create(color, $"var(--series-{i + 1})")),
        ]);
}
