using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports;

/// <summary>How the fit of one network went, epoch by epoch. All lists have one number for each of <see cref="Epochs"/>; NaN where it was not measured.</summary>
public sealed record LearningCurve
{
    /// <summary>Whose it is: <c>network 1</c>, or the name of a loss.</summary>
    public required string Name { get; init; }

    /// <summary>The loss.</summary>
    public required string Loss { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The epoch whose weights the model has.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Why the fit ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The number of epochs that there were; more than are listed where the curve is thinned.</summary>
    public required int EpochCount { get; init; }

    /// <summary>The epochs listed, from 1. The first, the last and the best are always among them.</summary>
    public required IReadOnlyList<int> Epochs { get; init; }

    /// <summary>The mean loss of the training rows, batch by batch while the weights moved, with dropout on.</summary>
    public required IReadOnlyList<double> RunningTrainingLoss { get; init; }

    /// <summary>The mean loss of the training rows at the end of the epoch, with dropout off; empty where it was never measured.</summary>
    public IReadOnlyList<double> TrainingLoss { get; init; } = [];

    /// <summary>The mean loss of the validation rows at the end of the epoch, with dropout off; empty without validation.</summary>
    public IReadOnlyList<double> ValidationLoss { get; init; } = [];

    /// <summary>The name of <see cref="ValidationMetric"/>.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric of the validation rows at the end of the epoch; empty without validation.</summary>
    public IReadOnlyList<double> ValidationMetric { get; init; } = [];

    /// <summary>The learning rate of the epoch's last step.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }
}
