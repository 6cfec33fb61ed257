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
        var labels = (NumberColumn)rows.Table[label];
        foreach (int row in rows.Rows)
        {
            if (!options.Loss.Labels.Holds(labels[row]))
                throw CommandException.Failure($"{rows.Table.PlaceOf(row)}, column '{label}': the label is {labels.TextOf(row)}. {options.Loss.LabelDemand()}");
        }
        return new RegressionLearning(options);
    }
}
