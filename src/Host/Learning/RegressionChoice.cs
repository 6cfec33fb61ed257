using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Chooses regression.</summary>
internal sealed class RegressionChoice(MlpRegressionOptions options) : TaskChoice
{
    public override ColumnRequest RequestLabel(ColumnCensus label) =>
        new(label.Name, ColumnKind.Number, "What regression predicts must be a number; to predict classes use mlnet-loss classification.");

    public override LearningTask Choose(TableRows rows, string label) => new RegressionLearning(options);
}
