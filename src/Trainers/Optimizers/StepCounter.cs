using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Counts steps in a tensor on the processor, so that a checkpoint saves the count with the rest of a rule's state.</summary>
internal sealed class StepCounter
{
    public torch.Tensor Count { get; } = torch.zeros(1, dtype: torch.float64);

    /// <summary>The number of the step that begins, from 1.</summary>
    public double Next() => Count.PlusInPlace(1).item<double>();
}
