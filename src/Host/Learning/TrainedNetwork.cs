using Microsoft.ML;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>A trained network or ensemble, whatever its task.</summary>
/// <param name="Transformer">Adds predictions to data with features.</param>
/// <param name="Members">The networks.</param>
internal sealed record TrainedNetwork(ITransformer Transformer, IReadOnlyList<FittedMember> Members)
{
    /// <summary>The network; of an ensemble the first.</summary>
    public MlpNetwork Network => Members[0].Network;

    /// <summary>How it was trained.</summary>
    public TrainingHistory History => Members[0].History;
}
