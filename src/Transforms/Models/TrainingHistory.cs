namespace MLNet.LossExperiments.Models;

/// <summary>How a fit went, epoch by epoch. A model carries the history of its own fit; saving the model saves it.</summary>
/// <param name="Loss">The loss, as the catalog writes it, for example <c>mse</c>.</param>
/// <param name="MetricName">The name of <see cref="EpochRecord.ValidationMetric"/>, for example <c>RMSE</c>: the number that early stopping watches if that is not the loss itself, else the task's usual metric.</param>
/// <param name="Seed">The seed of the fit; the networks of an ensemble have the same one, and differ by their place in it. <c>Fit</c> with this seed on the same rows learns the same.</param>
/// <param name="BestEpoch">The number of the epoch whose weights the model holds: the best on the validation rows where early stopping was on, otherwise the last.</param>
/// <param name="StopReason">Why the fit ended.</param>
/// <param name="TrainingRows">The number of rows trained on.</param>
/// <param name="ValidationRows">The number of rows validated on; 0 without validation.</param>
/// <param name="SkippedRows">The number of rows left out, because their label, weight or a feature was missing.</param>
/// <param name="Epochs">The epochs, in order.</param>
public sealed record TrainingHistory(
    string Loss,
    string MetricName,
    int Seed,
    int BestEpoch,
    StopReason StopReason,
    int TrainingRows,
    int ValidationRows,
    int SkippedRows,
    IReadOnlyList<EpochRecord> Epochs);
