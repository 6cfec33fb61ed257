using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>What the validation rows are judged by beside the loss: a value per row, their weighted mean, and a last function of that mean.</summary>
internal abstract record Metric(string Name, bool IsHigherBetter)
{
    /// <summary>Root of the mean squared error, in units of the label.</summary>
    public static Metric RootMeanSquaredError { get; } = new RootMeanSquaredErrorMetric();

    /// <summary>Share of right classes of scores [n, 1] that are positive for the positive class.</summary>
    public static Metric BinaryAccuracy { get; } = new BinaryAccuracyMetric();

    /// <summary>Share of right classes of scores [n, k]; with class probabilities the likeliest class is right.</summary>
    public static Metric MulticlassAccuracy { get; } = new MulticlassAccuracyMetric();

    /// <summary>[n] from outputs [n, k], after the output range, and targets of the task's shape.</summary>
    public abstract torch.Tensor RowValues(torch.Tensor outputs, torch.Tensor targets);

    public virtual double Finish(double mean) => mean;

    private sealed record RootMeanSquaredErrorMetric() : Metric("RMSE", false)
    {
        public override torch.Tensor RowValues(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).Squared().mean([1]);

        public override double Finish(double mean) => Math.Sqrt(mean);
    }

    private sealed record BinaryAccuracyMetric() : Metric("Accuracy", true)
    {
        public override torch.Tensor RowValues(torch.Tensor outputs, torch.Tensor targets) => outputs.IsAbove(0).eq(targets.IsAbove(0.5)).squeeze(1).to_type(torch.float32);
    }

    private sealed record MulticlassAccuracyMetric() : Metric("Accuracy", true)
    {
        public override torch.Tensor RowValues(torch.Tensor outputs, torch.Tensor targets) =>
            outputs.argmax(1).eq(targets.dim() == 1 ? targets : targets.argmax(1)).to_type(torch.float32);
    }
}
