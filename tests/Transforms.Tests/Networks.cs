using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests;

/// <summary>Networks with pseudo-random weights, and what they compute in plain double precision.</summary>
internal static class Networks
{
    public static float[] Numbers(int count, int seed, float scale = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => scale * (2 * random.NextSingle() - 1))];
    }

    public static MlpNetwork Make(int[] sizes, Activation activation = Activation.ReLU, OutputRange? range = null, int seed = 1) => new(
        [.. sizes.Skip(1).Select((outputs, i) => new DenseLayer(sizes[i], outputs, Numbers(sizes[i] * outputs, seed + i, 1.5f / MathF.Sqrt(sizes[i])), Numbers(outputs, seed + 100 + i)))],
        activation,
        range ?? OutputRange.Identity);

    public static double[] Reference(MlpNetwork network, ReadOnlySpan<float> row)
    {
        double[] x = [.. row.ToArray().Select(value => (double)value)];
        for (int i = 0; i < network.Layers.Count; i++)
        {
            DenseLayer layer = network.Layers[i];
            var y = new double[layer.OutputCount];
            for (int j = 0; j < y.Length; j++)
            {
                y[j] = layer.Bias[j];
                for (int k = 0; k < x.Length; k++)
                    y[j] += x[k] * layer.Weights[k * layer.OutputCount + j];
            }
            x = i < network.Layers.Count - 1 ? [.. y.Select(value => Functions.Activate(network.Activation, value))] : y;
        }
        return [.. x.Select(value => Functions.Confine(network.OutputRange, value))];
    }
}
