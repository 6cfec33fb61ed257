using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The pieces of one flat tensor [members, parameters], in order: gamma and beta of the batch normalisation, [members, 1, features] each, then the weights
/// [members, inputs, outputs] and the bias [members, 1, outputs] of each layer. Used for parameters and, in the same layout, for their gradients.
/// </summary>
internal sealed class ParameterViews
{
    public ParameterViews(NetworkShape shape, torch.Tensor flat)
    {
        long members = flat.size(0);
        long start = 0;
        torch.Tensor Next(long rows, long columns)
        {
            torch.Tensor view = flat.narrow(1, start, rows * columns).view(members, rows, columns);
            start += rows * columns;
            return view;
        }

        if (shape.BatchNormalization)
        {
            Gamma = Next(1, shape.FeatureCount);
            Beta = Next(1, shape.FeatureCount);
        }
        Layers = [.. shape.Layers.Select(layer => (Next(layer.Inputs, layer.Outputs), Next(1, layer.Outputs)))];
    }

    public torch.Tensor? Gamma { get; }

    public torch.Tensor? Beta { get; }

    public IReadOnlyList<(torch.Tensor Weights, torch.Tensor Bias)> Layers { get; }

    /// <summary>What a layer makes of [members, rows, inputs], before the activation.</summary>
    public torch.Tensor Dense(int layer, torch.Tensor input) => input.bmm(Layers[layer].Weights).PlusInPlace(Layers[layer].Bias);
}
