using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>A layer in the JSON document: outputs[j] = activation(Σᵢ inputs[i] · weights[i][j] + bias[j]).</summary>
internal sealed record LayerDocument(int Inputs, int Outputs, string Activation, IReadOnlyList<float[]> Weights, float[] Bias)
{
    public static LayerDocument Of(DenseLayer layer, string activation)
    {
        float[] weights = layer.Weights.ToArray();
        return new LayerDocument(layer.InputCount, layer.OutputCount, activation, [.. weights.Chunk(layer.OutputCount)], layer.Bias.ToArray());
    }
}
