using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Regression: the label is a number, and so is the output.</summary>
internal sealed record RegressionTask(MlpRegressionOptions Options)
    : LearningTask(Options.Loss, Metric.RootMeanSquaredError, IsStratified: false)
{
    public override TargetKind TargetKind(FitRows rows) => Data.TargetKind.Number;

    public override int OutputCount(FitRows rows) => 1;

    public override OutputTransform OutputTransform(RowTable training)
    {
        if (!Options.ScalesOutput)
            return new OutputTransform(Options.OutputRange);
        torch.Tensor weights = (training.Weights ?? torch.ones_like(training.Targets).squeeze(1)).to_type(torch.float64).unsqueeze(1);
        torch.Tensor targets = training.Targets.to_type(torch.float64);
        double total = weights.sum().item<double>();
        double mean = (weights * targets).sum().item<double>() / total;
        double deviation = Math.Sqrt((weights * targets.Plus(-mean).Squared()).sum().item<double>() / total);
        return new OutputTransform(Options.OutputRange, mean, deviation > 0 ? deviation : 1);
    }

    public override string? FindOddity(RowTable rows, string labelColumn)
    {
        float least = rows.Targets.min().item<float>(), greatest = rows.Targets.max().item<float>();
        if (least == greatest)
            return $"Every row has the label {least} in column '{labelColumn}'; the model can only learn that.";
        return least < Options.OutputRange.Minimum || greatest > Options.OutputRange.Maximum
            ? $"Labels in column '{labelColumn}' run from {least} to {greatest}, but the output range is {Options.OutputRange}; what lies outside cannot be predicted."
            : null;
    }
}
