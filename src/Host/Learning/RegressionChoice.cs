using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Chooses regression.</summary>
internal sealed class RegressionChoice(MlpRegressionOptions options) : TaskChoice
{
    public override ColumnRequest RequestLabel(ColumnCensus label) =>
        new(label.Name, ColumnKind.Number, "What regression predicts must be a number; to predict classes use mlnet-loss classification.");

    public override LearningTask Choose(TableRows rows, string label)
    {
        CheckLabels(rows, label, options.Loss);
        return new RegressionLearning(options);
    }

    /// <summary>Makes sure that a loss takes the labels.</summary>
    /// <exception cref="CommandException">It does not take one, whose line is named.</exception>
    public static void CheckLabels(TableRows rows, string label, RegressionLoss loss)
    {
        var labels = (NumberColumn)rows.Table[label];
        foreach (int row in rows.Rows)
        {
            if (!loss.Labels.Holds(labels[row]))
                throw CommandException.Failure($"{rows.Table.PlaceOf(row)}, column '{label}': the label is {labels.TextOf(row)}. {loss.LabelDemand()}");
        }
    }
}
