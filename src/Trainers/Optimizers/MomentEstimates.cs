using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>The running mean m and the running mean square v of the gradients, as Adam and its kin keep them.</summary>
internal sealed class MomentEstimates(AdamMoments moments, torch.Tensor parameters)
{
    private readonly StepCounter _steps = new();

    public torch.Tensor Mean { get; } = torch.zeros_like(parameters);

    public torch.Tensor Square { get; } = torch.zeros_like(parameters);

    public IReadOnlyList<torch.Tensor> State => [Mean, Square, _steps.Count];

    /// <summary>Takes in a step's gradients; the number of the step, from 1.</summary>
    public double Follow(torch.Tensor gradients)
    {
        Mean.TimesInPlace(moments.Beta1).PlusInPlace(gradients, 1 - moments.Beta1);
        Square.TimesInPlace(moments.Beta2).PlusSquareInPlace(gradients, 1 - moments.Beta2);
        return _steps.Next();
    }

    /// <summary>√(v / (1 − β₂ᵗ)) + ε.</summary>
    public torch.Tensor Divisor(double step) => Square.sqrt().TimesInPlace(1 / Math.Sqrt(1 - Math.Pow(moments.Beta2, step))).PlusInPlace(moments.Epsilon);
}
