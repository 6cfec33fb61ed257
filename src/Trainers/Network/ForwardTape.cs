using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>What a training step's forward pass leaves for its backward pass. Dies with the step's dispose scope.</summary>
internal sealed class ForwardTape
{
    /// <summary>The features after batch normalisation, before gamma and beta; null without one.</summary>
    public torch.Tensor? Normalized { get; set; }

    public List<HiddenStep> Hidden { get; } = [];

    /// <summary>The input of the last layer.</summary>
    public torch.Tensor? LastInput { get; set; }
}
