using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>Penalties beside the loss: l1 · Σ|w| + l2 · Σw² over the weights of the dense layers; biases and batch normalisation go free.</summary>
internal sealed class WeightPenalty
{
    private readonly double _l1;
    private readonly double _l2;
    private readonly torch.Tensor _isWeight;

    public WeightPenalty(NetworkShape shape, double l1, double l2, torch.Device device)
    {
        _l1 = l1;
        _l2 = l2;
        _isWeight = torch.zeros([1, shape.ParameterCount], torch.float32, device);
        foreach ((torch.Tensor weights, _) in new ParameterViews(shape, _isWeight).Layers)
            weights.FillInPlace(1);
    }

    public bool IsOn => _l1 > 0 || _l2 > 0;

    /// <summary>The penalty of each member, [members].</summary>
    public torch.Tensor Value(torch.Tensor parameters)
    {
        torch.Tensor weights = parameters * _isWeight;
        return weights.abs().sum(1).TimesInPlace(_l1).PlusInPlace(weights.Squared().sum(1), _l2);
    }

    /// <summary>Adds the penalty's gradient to <paramref name="gradients"/>, [members, parameters].</summary>
    public void AddGradient(torch.Tensor parameters, torch.Tensor gradients)
    {
        torch.Tensor weights = parameters * _isWeight;
        if (_l1 > 0)
            gradients.PlusInPlace(weights.sign(), _l1);
        if (_l2 > 0)
            gradients.PlusInPlace(weights, 2 * _l2);
    }
}
