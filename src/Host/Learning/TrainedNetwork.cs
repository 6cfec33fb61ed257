using Microsoft.ML;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>A trained network, whatever its task.</summary>
/// <param name="Transformer">Adds predictions to data with features.</param>
/// <param name="Network">The network.</param>
/// <param name="History">How it was trained.</param>
internal sealed record TrainedNetwork(ITransformer Transformer, MlpNetwork Network, TrainingHistory History);
