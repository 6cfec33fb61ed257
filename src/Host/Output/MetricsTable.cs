using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Runs;
using MLNet.LossExperiments.Host.Terminal;
using Spectre.Console;

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

    private static Grid Of(IReadOnlyList<MeasuredSet> sets)
    {
        MeasuredSet last = sets[^1];
        bool hasIntervals = last.Metrics.Any(metric => double.IsFinite(metric.Low));
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
        for (int i = 0; i < sets.Count + (hasIntervals ? 1 : 0); i++)
            grid.AddColumn(new GridColumn().RightAligned().NoWrap().PadLeft(3).PadRight(0));
        string[] headings = [.. sets.Select(set => set.Name), .. hasIntervals ? new[] { "95 % interval" } : []];
        grid.AddRow([new Text(""), .. headings.Select(heading => new Text(heading, new Style(decoration: Decoration.Bold)))]);
        for (int i = 0; i < last.Metrics.Count; i++)
            grid.AddRow([new Text(last.Metrics[i].Name), .. sets.Select(set => new Text(NumberText.Of(set.Metrics[i].Value))), .. hasIntervals ? new[] { new Text(Interval(last.Metrics[i])) } : []]);
        return grid;
    }

    private static string Interval(Metric metric) => double.IsFinite(metric.Low) && double.IsFinite(metric.High) ? $"{NumberText.Of(metric.Low)} to {NumberText.Of(metric.High)}" : "";
}
