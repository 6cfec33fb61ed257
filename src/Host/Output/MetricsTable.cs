using System.Globalization;
using MLNet.LossExperiments.Host.Runs;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out metrics: a row for each, a column for each set.</summary>
internal static class MetricsTable
{
    public static Grid Of(IReadOnlyList<MeasuredSet> sets)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
        foreach (MeasuredSet set in sets)
            grid.AddColumn(new GridColumn().RightAligned().NoWrap().PadLeft(3).PadRight(0));
        grid.AddRow([new Text(""), .. sets.Select(set => new Text(set.Name, new Style(decoration: Decoration.Bold)))]);
        for (int i = 0; i < sets[0].Metrics.Count; i++)
            grid.AddRow([new Text(sets[0].Metrics[i].Name), .. sets.Select(set => new Text(Show(set.Metrics[i].Value)))]);
        return grid;
    }

    private static string Show(double value) => value switch
    {
        _ when !double.IsFinite(value) => "not defined",
        _ when Math.Abs(value) is 0 or (>= 0.001 and < 100_000) => value.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };
}
