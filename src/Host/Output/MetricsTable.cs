using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out metrics: a row for each, a column for each set, and last the intervals of the last set.</summary>
internal static class MetricsTable
{
    public static void Show(Screen screen, IReadOnlyList<MeasuredSet> sets)
    {
        screen.Result(Of(sets));
        foreach (string remark in sets.SelectMany(set => set.Remarks()))
            screen.Result(remark);
    }

    private static WideTable Of(IReadOnlyList<MeasuredSet> sets)
    {
        MeasuredSet last = sets[^1];
        bool hasIntervals = last.Metrics.Any(metric => double.IsFinite(metric.Low));
        string[] headings = [.. sets.Select(set => set.Name), .. hasIntervals ? new[] { "95 % interval" } : []];
        var table = new WideTable([new(""), .. headings.Select(heading => new WideTable.Column(heading, IsNumber: true))], gap: 3);
        for (int i = 0; i < last.Metrics.Count; i++)
            table.Add([last.Metrics[i].Name, .. sets.Select(set => new WideTable.Cell(NumberText.Of(set.Metrics[i].Value))), .. hasIntervals ? new[] { new WideTable.Cell(Interval(last.Metrics[i])) } : []]);
        return table;
    }

    private static string Interval(Metric metric) => double.IsFinite(metric.Low) && double.IsFinite(metric.High) ? $"{NumberText.Of(metric.Low)} to {NumberText.Of(metric.High)}" : "";
}
