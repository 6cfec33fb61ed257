using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Lets the label say what is to be learned: more than two different numbers are to be predicted, everything else names classes.</summary>
internal sealed class FoundChoice : TaskChoice
{
    private readonly RegressionChoice _regression = new(new());
    private readonly ClassificationChoice _classification = new(null, options => options);

    public override ColumnRequest RequestLabel(ColumnCensus label) => label.IsAllNumbers && label.HasManyNumbers ? _regression.RequestLabel(label) : _classification.RequestLabel(label);

    public override LearningTask Choose(TableRows rows, string label) => rows.Table[label].Kind == ColumnKind.Number ? _regression.Choose(rows, label) : _classification.Choose(rows, label);
}
