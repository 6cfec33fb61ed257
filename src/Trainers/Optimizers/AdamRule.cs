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
        double meanBias = 1 - Math.Pow(moments.Beta1, step), squareBias = Math.Sqrt(1 - Math.Pow(moments.Beta2, step));
        // The bias of the squares goes into ε and the rate: η/b₁ · m / (√v/b₂ + ε) is η·b₂/b₁ · m / (√v + ε·b₂), in fewer passes over the parameters.
        torch.Tensor divisor = _moments.Square.sqrt().PlusInPlace(moments.Epsilon * squareBias).div_(learningRate);
        parameters.PlusQuotientInPlace(_moments.Mean, divisor, -squareBias / meanBias);
    }
}
