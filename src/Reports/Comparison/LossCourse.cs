namespace MLNet.LossExperiments.Reports;

/// <summary>How training went with one loss, over all its networks. Where some stopped earlier than others, an epoch's figures are of those that still went on; epochs that fewer than half of them reached are left out.</summary>
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
    IReadOnlyList<double> MetricHigh);
