namespace MLNet.LossExperiments.Tuning;

/// <summary>One step of a learning-rate range test.</summary>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Loss">The mean loss of the step's rows, before the step.</param>
/// <param name="SmoothedLoss">The losses up to here, averaged with weights that fall by 0.9 a step.</param>
public sealed record LearningRatePoint(double LearningRate, double Loss, double SmoothedLoss);
