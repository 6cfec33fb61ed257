using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;

namespace MLNet.LossExperiments.Training;

/// <summary>Binary classification: the label is false or true, the output a score that is positive for true.</summary>
internal sealed record BinaryTask(MlpBinaryOptions Options)
    : LearningTask(Options.Loss, Metric.BinaryAccuracy, IsStratified: true)
{
    public override TargetKind TargetKind(FitRows rows) => Data.TargetKind.Number;

    public override int OutputCount(FitRows rows) => 1;

    public override string? FindOddity(RowTable rows, string labelColumn)
    {
        float least = rows.Targets.min().item<float>(), greatest = rows.Targets.max().item<float>();
        return least == greatest ? $"Every row has the label {(least > 0 ? "true" : "false")} in column '{labelColumn}'; the model can only learn that." : null;
    }
}
