using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;

namespace MLNet.LossExperiments.Training;

/// <summary>Regression: the label is a number, and so is the output.</summary>
internal sealed record RegressionTask(MlpRegressionOptions Options)
    : LearningTask(Options.Loss, Options.OutputRange, Metric.RootMeanSquaredError, IsStratified: false)
{
    public override TargetKind TargetKind(FitRows rows) => Data.TargetKind.Number;

    public override int OutputCount(FitRows rows) => 1;

    public override string? FindOddity(RowTable rows, string labelColumn)
    {
        float least = rows.Targets.min().item<float>(), greatest = rows.Targets.max().item<float>();
        if (least == greatest)
            return $"Every row has the label {least} in column '{labelColumn}'; the model can only learn that.";
        return least < OutputRange.Minimum || greatest > OutputRange.Maximum
            ? $"Labels in column '{labelColumn}' run from {least} to {greatest}, but the output range is {OutputRange}; what lies outside cannot be predicted."
            : null;
    }
}
