using TorchSharp;

namespace MLNet.LossExperiments.Checkpoints;

/// <summary>The state of a fit at the end of an epoch.</summary>
/// <param name="Settings">The settings that the fit depends on, by name: a fit can only be resumed with the same ones.</param>
/// <param name="Epoch">The number of the epoch.</param>
/// <param name="Steps">The number of steps taken.</param>
/// <param name="Seconds">The time that the fit has taken.</param>
/// <param name="Tensors">Every tensor that training changes.</param>
/// <param name="Members">How far each member has come.</param>
internal sealed record CheckpointContent(
    IReadOnlyDictionary<string, string> Settings,
    int Epoch,
    long Steps,
    double Seconds,
    IReadOnlyList<torch.Tensor> Tensors,
    IReadOnlyList<MemberCheckpoint> Members);
