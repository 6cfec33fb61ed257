using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Scoring;

/// <summary>The forward pass as plain loops in double precision.</summary>
internal static class ReferenceForward
{
    public static double[] Run(MlpNetwork network, ReadOnlySpan<float> row)
    {
        var values = new double[row.Length];
        for (int i = 0; i < row.Length; i++)
            values[i] = row[i];
        foreach (DenseLayer layer in network.Layers)
        {
            values = Dense(layer, values);
            if (layer != network.Layers[^1])
                values = [.. values.Select(value => ReferenceFunctions.Of(network.Activation, value))];
        }
        return [.. values.Select(value => ReferenceFunctions.Of(network.OutputRange, value))];
    }

    private static double[] Dense(DenseLayer layer, double[] inputs)
    {
        var outputs = new double[layer.OutputCount];
        for (int j = 0; j < outputs.Length; j++)
        {
            outputs[j] = layer.Bias[j];
            for (int i = 0; i < inputs.Length; i++)
                outputs[j] += inputs[i] * layer.Weights[i * layer.OutputCount + j];
        }
        return outputs;
    }
}
