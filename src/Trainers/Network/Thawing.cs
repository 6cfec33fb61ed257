using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>The way back from plain arrays to trainable parameters: the network computes what the fitted one did.</summary>
internal static class Thawing
{
    /// <param name="fitted">The fitted network, of the same architecture.</param>
    /// <param name="member">The network to fill, a cohort of one.</param>
    /// <param name="output">What will happen to its outputs; the shift and scale of the new rows are taken out of the last layer.</param>
    /// <param name="features">
    /// New rows [rows, features]. The fitted network has its batch normalisation folded away; the new one starts with one that undoes itself on these rows.
    /// </param>
    public static void Thaw(MlpNetwork fitted, CohortNetwork member, OutputTransform output, torch.Tensor features)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor drawn = torch.empty([1, member.Shape.ParameterCount], torch.float32);
        var views = new ParameterViews(member.Shape, drawn);
        for (int i = 0; i < views.Layers.Count; i++)
        {
            DenseLayer layer = i == views.Layers.Count - 1 && output.Scaling is { } scaling ? TakeScaleOut(fitted.Layers[i], scaling) : fitted.Layers[i];
            views.Layers[i].Weights.copy_(torch.tensor(layer.Weights.ToArray(), [1, layer.InputCount, layer.OutputCount]));
            views.Layers[i].Bias.copy_(torch.tensor(layer.Bias.ToArray(), [1, 1, layer.OutputCount]));
        }
        if (member.Shape.BatchNormalization)
            Neutralise(member, views, features);
        member.Parameters.copy_(drawn);
    }

    private static DenseLayer TakeScaleOut(DenseLayer layer, OutputScale scaling) => new(
        layer.InputCount,
        layer.OutputCount,
        [.. layer.Weights.ToArray().Select((weight, i) => (float)(weight / scaling.Scale[i % layer.OutputCount]))],
        [.. layer.Bias.ToArray().Select((bias, i) => (float)((bias - scaling.Shift[i]) / scaling.Scale[i]))]);

    private static void Neutralise(CohortNetwork member, ParameterViews views, torch.Tensor features)
    {
        torch.Tensor mean = features.mean([0], keepdim: true);
        torch.Tensor variance = (features - mean).Squared().mean([0], keepdim: true);
        views.Gamma!.copy_(variance.Plus(BatchNormalization.Epsilon).sqrt_().unsqueeze(0));
        views.Beta!.copy_(mean.unsqueeze(0));
        member.Buffers.copy_(torch.cat([mean, variance], 1));
    }
}
