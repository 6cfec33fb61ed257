using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Training;

/// <summary>Binary classification: the label is false or true, the output a score that is positive for true.</summary>
internal sealed record BinaryTask(MlpBinaryOptions Options)
    : LearningTask(Options.Loss, BinaryMetric.Accuracy, IsStratified: true)
{
    public override CalibrationKind Calibration => Options.Calibration;

    public override TargetRule TargetRule(FitRows rows) => new(TargetKind.Number, 1);

    public override int OutputCount(FitRows rows) => 1;

    public override string? FindOddity(TargetSummary training, string labelColumn) =>
        training.Least == training.Greatest ? $"Every row has the label {(training.Least > 0 ? "true" : "false")} in column '{labelColumn}'; the model can only learn that." : null;
}
