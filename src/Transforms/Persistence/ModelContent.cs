using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>Everything that a fitted model consists of, whatever its task: what is saved and what is loaded.</summary>
internal sealed record ModelContent(MlpNetwork Network, Link Link, TrainingHistory History);
