using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Models;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Lays out how often each class was taken for which.</summary>
internal static class ConfusionTable
{
    /// <summary>More would fit into no terminal.</summary>
    public const int MostClasses = 20;

    public static WideTable Of(Evaluation evaluation)
    {
        var table = new WideTable([new("actual \\ predicted"), .. evaluation.Classes.Select(name => new WideTable.Column(CellText.Short(name), IsNumber: true))]);
        for (int actual = 0; actual < evaluation.Classes.Count; actual++)
            table.Add([CellText.Short(evaluation.Classes[actual]), .. evaluation.Confusion[actual].Select((count, predicted) => new WideTable.Cell(count.ToString("N0", CultureInfo.InvariantCulture), predicted == actual))]);
        return table;
    }
}
