using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments;

/// <summary>What early stopping, and a schedule that reduces the learning rate on a plateau, watch on the validation rows.</summary>
public sealed record ValidationMonitor
{
    private ValidationMonitor(Metric? metric, Losses.Loss? otherLoss)
    {
        Metric = metric;
        OtherLoss = otherLoss;
    }

    /// <summary>The loss that is trained with.</summary>
    public static ValidationMonitor Loss { get; } = new(null, null);

    internal Metric? Metric { get; }

    internal Losses.Loss? OtherLoss { get; }

    internal bool IsHigherBetter => Metric?.IsHigherBetter ?? false;

    /// <summary>A metric.</summary>
    /// <param name="metric">One for the task of the trainer.</param>
    /// <returns>The monitor.</returns>
    public static ValidationMonitor Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(metric, null);
    }

    /// <summary>Another loss than the one that is trained with.</summary>
    /// <param name="loss">A loss for the task of the trainer, whose outputs mean the same as those of the loss that is trained with.</param>
    /// <returns>The monitor.</returns>
    public static ValidationMonitor Of(Losses.Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return new(null, loss);
    }

    /// <summary>What is watched.</summary>
    /// <returns><c>loss</c>, or the name of the metric or the other loss.</returns>
    public override string ToString() => Metric?.Name ?? OtherLoss?.Name ?? "loss";
}
