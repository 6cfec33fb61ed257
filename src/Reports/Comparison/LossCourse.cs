using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports;

/// <summary>How training went with one loss, over all its networks. Those that stopped earlier than others count on with their last figures; epochs that fewer than half of them reached are left out.</summary>
/// <param name="Name">The loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="Networks">The number of networks.</param>
/// <param name="MeanBestEpoch">The mean of their best epochs.</param>
/// <param name="Epochs">The epochs listed, from 1.</param>
/// <param name="TrainingLoss">The mean running training loss, in the loss's own units.</param>
/// <param name="ValidationLoss">The mean validation loss, in the loss's own units; empty without validation.</param>
/// <param name="MetricName">The name of the validation metric.</param>
/// <param name="Metric">The mean validation metric; empty without validation.</param>
/// <param name="MetricLow">A tenth of the networks are below.</param>
/// <param name="MetricHigh">A tenth of the networks are above.</param>
public sealed record LossCourse(
    string Name,
    int Networks,
    double MeanBestEpoch,
    IReadOnlyList<int> Epochs,
    IReadOnlyList<double> TrainingLoss,
    IReadOnlyList<double> ValidationLoss,
    string MetricName,
    IReadOnlyList<double> Metric,
    IReadOnlyList<double> MetricLow,
    IReadOnlyList<double> MetricHigh)
{
    /// <summary>Puts the fits of a loss together.</summary>
    /// <param name="name">The loss.</param>
    /// <param name="histories">Its fits; at least one.</param>
    /// <param name="points">How many epochs to list at most.</param>
    /// <returns>Their course.</returns>
    /// <exception cref="ArgumentException">There is no fit.</exception>
    public static LossCourse Of(string name, IReadOnlyList<TrainingHistory> histories, int points = 500)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (histories.Count == 0)
            throw new ArgumentException($"There is no fit of {name}.", nameof(histories));
        // Were the figures those of the networks still training, lines would jump wherever one stops.
        int reached = histories.Select(history => history.Epochs.Count).OrderDescending().ElementAt((histories.Count - 1) / 2);
        TrainingHistory[] begun = [.. histories.Where(history => history.Epochs.Count > 0)];
        EpochRecord[][] epochs = [.. Enumerable.Range(0, reached).Select(epoch => begun.Select(history => history.Epochs[Math.Min(epoch, history.Epochs.Count - 1)]).ToArray())];
        double[] training = [.. epochs.Select(own => own.Average(epoch => epoch.RunningTrainingLoss))];
        double[] validation = Mean(epochs, epoch => epoch.ValidationLoss);
        double[][] metrics = [.. epochs.Select(own => own.Select(epoch => epoch.ValidationMetric ?? double.NaN).Where(double.IsFinite).Order().ToArray())];
        bool hasMetric = metrics.Any(own => own.Length > 0);
        double[] mean = Mean(epochs, epoch => epoch.ValidationMetric);
        int[] kept = Kept([.. Enumerable.Range(1, reached).Select(epoch => (double)epoch)], points, training, validation, mean);
        double[] Level(double level) => hasMetric ? [.. kept.Select(place => Quantile.OfSorted(metrics[place], level))] : [];
        return new LossCourse(
            name,
            histories.Count,
            histories.Average(history => history.BestEpoch),
            [.. kept.Select(place => place + 1)],
            training.Pick(kept),
            validation.Length == 0 ? [] : validation.Pick(kept),
            histories[0].MetricName,
            mean.Length == 0 ? [] : mean.Pick(kept),
            Level(0.1),
            Level(0.9));
    }

    private static double[] Mean(EpochRecord[][] epochs, Func<EpochRecord, double?> value) =>
        epochs.Any(own => own.Any(epoch => value(epoch) is not null)) ? [.. epochs.Select(own => own.Average(value) ?? double.NaN)] : [];

    private static int[] Kept(double[] numbers, int points, params double[][] lines)
    {
        if (numbers.Length <= points)
            return [.. Enumerable.Range(0, numbers.Length)];
        double[][] there = [.. lines.Where(line => line.Length > 0)];
        return [.. there.SelectMany(line => CurveThinning.Keep(numbers, line, points / there.Length)).Distinct().Order()];
    }
}
