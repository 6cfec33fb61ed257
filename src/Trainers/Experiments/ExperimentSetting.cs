namespace MLNet.LossExperiments.Experiments;

/// <summary>One of the things that are compared: a loss with a learning rate and an architecture.</summary>
/// <param name="Loss">The loss as the catalog names it, for example <c>huber:delta=1</c>.</param>
/// <param name="LearningRate">The learning rate of the optimizer.</param>
/// <param name="HiddenSizes">The units of the hidden layers, for example <c>64,32</c>; empty for a linear model.</param>
public sealed record ExperimentSetting(string Loss, double LearningRate, string HiddenSizes);
