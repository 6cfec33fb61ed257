using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The products of the hidden layers of a single network, each into memory that is kept from step to step: large tensors that come and go are given back to the system each time, and page faults cost more than
/// the arithmetic. What it gives is overwritten by the next step. Its tensors live as long as the dispose scope that it was made in.
/// </summary>
internal sealed class ReusedProducts
{
    private readonly ParameterViews _parameters;
    private readonly torch.Tensor[] _sums;
    private readonly torch.Tensor[] _gradients;

    /// <param name="network">A single network.</param>
    /// <param name="batchSize">The most rows of a batch.</param>
    public ReusedProducts(CohortNetwork network, int batchSize)
    {
        _parameters = new ParameterViews(network.Shape, network.Parameters);
        torch.Tensor[] Hidden() => [.. network.Shape.HiddenSizes.Select(units => torch.empty([batchSize, units], torch.float32, network.Parameters.device))];
        _sums = Hidden();
        _gradients = Hidden();
    }

    /// <summary>What a hidden layer makes of [1, rows, inputs], before the activation.</summary>
    public torch.Tensor Dense(int layer, torch.Tensor input)
    {
        torch.Tensor sums = _sums[layer].narrow(0, 0, input.size(1));
        sums.copy_(_parameters.Layers[layer].Bias.squeeze(0));
        return sums.addmm_(input.squeeze(0), _parameters.Layers[layer].Weights.squeeze(0), 1, 1).unsqueeze(0);
    }

    /// <summary>The gradient with respect to what a layer takes from the hidden layer before it, given that with respect to its sums, [1, rows, outputs].</summary>
    public torch.Tensor InputGradient(int layer, torch.Tensor gradient)
    {
        torch.Tensor result = _gradients[layer - 1].narrow(0, 0, gradient.size(1));
        return result.addmm_(gradient.squeeze(0), _parameters.Layers[layer].Weights.squeeze(0).t(), 0, 1).unsqueeze(0);
    }
}
