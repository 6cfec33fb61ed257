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

    /// <summary>Draws the curve of a fit.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="history">How the fit went.</param>
    /// <param name="points">How many epochs to list at most, such that each line looks the same.</param>
    /// <returns>The curve.</returns>
    public static LearningCurve Of(string name, TrainingHistory history, int points = 500)
    {
        ArgumentNullException.ThrowIfNull(history);
        EpochRecord[] epochs = Thinned(history, points);
        return new LearningCurve
        {
            Name = name,
            Loss = history.Loss,
            Seed = history.Seed,
            BestEpoch = history.BestEpoch,
            StopReason = history.StopReason,
            EpochCount = history.Epochs.Count,
            Epochs = [.. epochs.Select(epoch => epoch.Epoch)],
            RunningTrainingLoss = [.. epochs.Select(epoch => epoch.RunningTrainingLoss)],
            TrainingLoss = Line(epochs, epoch => epoch.TrainingLoss),
            ValidationLoss = Line(epochs, epoch => epoch.ValidationLoss),
            MetricName = history.MetricName,
            ValidationMetric = Line(epochs, epoch => epoch.ValidationMetric),
            LearningRate = [.. epochs.Select(epoch => epoch.LearningRate)],
        };
    }

    private static double[] Line(EpochRecord[] epochs, Func<EpochRecord, double?> value) =>
        epochs.Any(epoch => value(epoch) is not null) ? [.. epochs.Select(epoch => value(epoch) ?? double.NaN)] : [];

    private static EpochRecord[] Thinned(TrainingHistory history, int points)
    {
        IReadOnlyList<EpochRecord> epochs = history.Epochs;
        if (epochs.Count <= points)
            return [.. epochs];
        double[] numbers = [.. epochs.Select(epoch => (double)epoch.Epoch)];
        Func<EpochRecord, double>[] lines =
        [
            epoch => epoch.RunningTrainingLoss, epoch => epoch.TrainingLoss ?? double.NaN, epoch => epoch.ValidationLoss ?? double.NaN, epoch => epoch.ValidationMetric ?? double.NaN, epoch => epoch.LearningRate,
        ];
        IEnumerable<int> kept = lines.SelectMany(line => CurveThinning.Keep(numbers, [.. epochs.Select(line)], points / lines.Length));
        return [.. kept.Select(place => epochs[place]).Append(epochs.FirstOrDefault(epoch => epoch.Epoch == history.BestEpoch) ?? epochs[^1]).DistinctBy(epoch => epoch.Epoch).OrderBy(epoch => epoch.Epoch)];
    }
}
