using System.Globalization;
using MLNet.LossExperiments.Host.Models;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out how often each class was taken for which.</summary>
internal static class ConfusionTable
{
    /// <summary>More would fit into no terminal.</summary>
    public const int MostClasses = 20;

    public static Table Of(Evaluation evaluation)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new Text("actual \\ predicted")).NoWrap());
        foreach (string name in evaluation.Classes)
            table.AddColumn(new TableColumn(new Text(name)).RightAligned());
        for (int actual = 0; actual < evaluation.Classes.Count; actual++)
        {
            IReadOnlyList<int> row = evaluation.Confusion[actual];
            table.AddRow([
                new Text(evaluation.Classes[actual]),
                .. row.Select((count, predicted) => new Text(count.ToString("N0", CultureInfo.InvariantCulture), predicted == actual ? new Style(decoration: Decoration.Bold) : Style.Plain)),
            ]);
        }
        return table;
    }
}
