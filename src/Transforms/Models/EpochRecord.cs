namespace MLNet.LossExperiments.Models;

/// <summary>What was measured in one epoch of a fit.</summary>
/// <param name="Epoch">The epoch's number, from 1.</param>
/// <param name="RunningTrainingLoss">The mean loss of the training rows, taken batch by batch while the weights moved, with dropout on.</param>
/// <param name="TrainingLoss">The mean loss of the training rows at the end of the epoch, with dropout off; null where it was not asked for.</param>
/// <param name="ValidationLoss">The mean loss of the validation rows at the end of the epoch, with dropout off; null without validation rows.</param>
/// <param name="ValidationMetric">The metric of the validation rows at the end of the epoch (<see cref="TrainingHistory.MetricName"/>); null without validation rows.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Seconds">How long the epoch took, evaluation included, in seconds.</param>
public sealed record EpochRecord(
    int Epoch,
    double RunningTrainingLoss,
    double? TrainingLoss,
    double? ValidationLoss,
    double? ValidationMetric,
    double LearningRate,
    double Seconds);
