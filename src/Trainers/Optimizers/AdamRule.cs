using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>The step of Adam and AdamW, with PyTorch's placing of epsilon: w ← w − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).</summary>
internal sealed class AdamRule(AdamMoments moments, double weightDecay, bool isDecoupled, torch.Tensor parameters) : FirstOrderRule
{
    private readonly torch.Tensor _mean = torch.zeros_like(parameters);
    private readonly torch.Tensor _square = torch.zeros_like(parameters);
    private int _steps;

    public override IReadOnlyList<torch.Tensor> State => [_mean, _square];

    protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
    {
        _steps++;
        if (weightDecay > 0)
        {
            if (isDecoupled)
                parameters.sub_(parameters * learningRate.Times(weightDecay));
            else
                gradients.PlusInPlace(parameters, weightDecay);
        }
        _mean.TimesInPlace(moments.Beta1).PlusInPlace(gradients, 1 - moments.Beta1);
        _square.TimesInPlace(moments.Beta2).PlusSquareInPlace(gradients, 1 - moments.Beta2);
        double meanBias = 1 - Math.Pow(moments.Beta1, _steps);
        double squareBias = 1 - Math.Pow(moments.Beta2, _steps);
        torch.Tensor divisor = _square.sqrt().TimesInPlace(1 / Math.Sqrt(squareBias)).PlusInPlace(moments.Epsilon);
        parameters.sub_((_mean / divisor).mul_(learningRate.Times(1 / meanBias)));
    }
}
