using System.Globalization;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out a comparison: a row for each setting, a column for each metric with mean, standard deviation and rank; the best in bold.</summary>
internal static class ComparisonTable
{
    /// <summary>The characters that a metric takes, with the space before it.</summary>
    public const int ColumnWidth = 21;

    /// <param name="comparison">The comparison.</param>
    /// <param name="metrics">The metrics to show.</param>
    public static Grid Of(LossComparison comparison, IReadOnlyList<ComparedMetric> metrics)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
        foreach (ComparedMetric _ in metrics)
            grid.AddColumn(new GridColumn().RightAligned().NoWrap().PadLeft(3).PadRight(0));
        grid.AddRow([new Text(""), .. metrics.Select(metric => new Text(metric.Title, new Style(decoration: Decoration.Bold)))]);
        foreach (SettingSummary setting in comparison.Settings)
            grid.AddRow([new Text(SettingName.Of(setting.Setting, comparison)), .. metrics.Select(metric => Cell(setting, metric))]);
        return grid;
    }

    private static Text Cell(SettingSummary setting, ComparedMetric metric)
    {
        if (!setting.Metrics.TryGetValue(metric.Name, out MetricSummary? summary))
            return new Text(setting.FailedCells > 0 ? "failed" : "–");
        string deviation = double.IsNaN(summary.StandardDeviation) ? "" : $" ± {Show(summary.StandardDeviation)}";
        return new Text($"{Show(summary.Mean)}{deviation} ({summary.Rank})", summary.Rank == 1 ? new Style(decoration: Decoration.Bold) : Style.Plain);
    }

    private static string Show(double value) => Math.Abs(value) is 0 or (>= 0.001 and < 10_000)
        ? value.ToString(Math.Abs(value) < 100 ? "0.000" : "0.0", CultureInfo.InvariantCulture)
        : NumberText.Short(value);
}
