using System.Globalization;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out a comparison: a row for each setting, a column for each metric with mean, standard deviation and rank; the best in bold.</summary>
internal static class ComparisonTable
{
    /// <param name="comparison">The comparison.</param>
    /// <param name="metrics">The metrics to show.</param>
    public static WideTable Of(LossComparison comparison, IReadOnlyList<ComparedMetric> metrics)
    {
        var table = new WideTable([new(""), .. metrics.Select(metric => new WideTable.Column(metric.Title, IsNumber: true))], gap: 3);
        foreach (SettingSummary setting in comparison.Settings)
            table.Add([SettingName.Of(setting.Setting, comparison), .. metrics.Select(metric => Cell(setting, metric))]);
        return table;
    }

    private static WideTable.Cell Cell(SettingSummary setting, ComparedMetric metric)
    {
        if (!setting.Metrics.TryGetValue(metric.Name, out MetricSummary? summary))
            return setting.FailedCells > 0 ? "failed" : "–";
        string deviation = double.IsNaN(summary.StandardDeviation) ? "" : $" ± {Show(summary.StandardDeviation)}";
        return new WideTable.Cell($"{Show(summary.Mean)}{deviation} ({summary.Rank})", summary.Rank == 1);
    }

    private static string Show(double value) => Math.Abs(value) is 0 or (>= 0.001 and < 10_000)
        ? value.ToString(Math.Abs(value) < 100 ? "0.000" : "0.0", CultureInfo.InvariantCulture)
        : NumberText.Short(value);
}
