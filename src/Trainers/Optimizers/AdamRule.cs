using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>The step of Adam and AdamW, with PyTorch's placing of epsilon: w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).</summary>
internal sealed class AdamRule(AdamMoments moments, double weightDecay, bool isDecoupled, torch.Tensor parameters) : FirstOrderRule
{
    private readonly MomentEstimates _moments = new(moments, parameters);

    public override IReadOnlyList<torch.Tensor> State => _moments.State;

    protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
    {
        if (weightDecay > 0)
        {
            if (isDecoupled)
                parameters.sub_(parameters * learningRate.Times(weightDecay));
            else
                gradients.PlusInPlace(parameters, weightDecay);
        }
        double step = _moments.Follow(gradients);
        double meanBias = 1 - Math.Pow(moments.Beta1, step);
        parameters.sub_((_moments.Mean / _moments.Divisor(step)).mul_(learningRate.Times(1 / meanBias)));
    }
}
