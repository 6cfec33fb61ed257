namespace MLNet.LossExperiments.Reports;

/// <summary>One of the things that were compared: a loss, maybe with a learning rate and an architecture.</summary>
/// <param name="Name">Its name in this report, different from all others.</param>
/// <param name="Loss">The loss.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="HiddenSizes">The units of the hidden layers, for example <c>64,32</c>; empty for a linear model.</param>
/// <param name="Metrics">How it did, by each metric that it has.</param>
/// <param name="FailedCells">The number of networks that could not be trained.</param>
/// <param name="Failure">Why, of the first of them; null where none failed.</param>
/// <param name="MeanBestEpoch">The mean of the epochs whose weights were measured.</param>
/// <param name="Seconds">How long its networks took.</param>
public sealed record ComparedLoss(
    string Name,
    LossSummary Loss,
    double LearningRate,
    string HiddenSizes,
    IReadOnlyList<LossMetric> Metrics,
    int FailedCells,
    string? Failure,
    double MeanBestEpoch,
    double Seconds);
