using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>A network in the JSON document.</summary>
internal sealed record NetworkDocument(int Seed, InputScalingDocument? InputScaling, OutputRangeDocument OutputRange, IReadOnlyList<LayerDocument> Layers)
{
    private const string NoActivation = "identity";

    /// <exception cref="ModelExportException">A weight is no finite number, which JSON has no way to write.</exception>
    public static NetworkDocument Of(FittedMember member)
    {
        MlpNetwork network = member.Network;
        string activation = network.Activation.ToString().ToLowerInvariant();
        LayerDocument[] layers = [.. network.Layers.Select((layer, i) => LayerDocument.Of(layer, i < network.Layers.Count - 1 ? activation : NoActivation))];
        if (layers.Any(layer => !layer.Bias.All(float.IsFinite) || !layer.Weights.All(row => row.All(float.IsFinite))))
            throw new ModelExportException("The network has weights that are no finite numbers, so its scores are none either. Train it anew, with a lower learning rate.");
        return new NetworkDocument(member.History.Seed, InputScalingDocument.Of(network.InputScaler), OutputRangeDocument.Of(network.OutputRange), layers);
    }
}
