namespace MLNet.LossExperiments.Models;

/// <summary>One network of a fitted model, and how it was fitted. A model has one, an ensemble several.</summary>
/// <param name="Network">The network.</param>
/// <param name="History">How its fit went.</param>
public sealed record FittedMember(MlpNetwork Network, TrainingHistory History);
