using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>One hidden layer's pass, all [members, rows, units]: input → sum → activated → (· mask).</summary>
internal sealed record HiddenStep(torch.Tensor Input, torch.Tensor Sum, torch.Tensor Activated, torch.Tensor? Mask);
