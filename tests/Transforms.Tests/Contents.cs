using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests;

/// <summary>Networks with weights drawn from a seed, and the contents of models around them.</summary>
internal static class Contents
{
    public static TrainingHistory History { get; } = new("huber:delta=1", "RMSE", -17, 2, StopReason.NoImprovement, 900, 100, 3,
    [
        new EpochRecord(1, 2.5, 2.25, 2.75, 1.5, 0.01, 0.125),
        new EpochRecord(2, 1.5, null, null, null, 0.005, 0.25),
        new EpochRecord(3, double.PositiveInfinity, 1e-300, null, -0.0, 1e-9, 0),
    ]);

    /// <param name="seed">Determines the weights.</param>
    /// <param name="sizes">The number of features, of the units of each hidden layer, of outputs.</param>
    /// <param name="activation">After each hidden layer.</param>
    /// <param name="range">After the last layer; null for any number.</param>
    public static MlpNetwork Network(int seed, int[] sizes, Activation activation = Activation.ReLU, OutputRange? range = null)
    {
        var random = new Random(seed);
        DenseLayer[] layers = [.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => new DenseLayer(
            inputs, outputs, Floats(random, inputs * outputs, 2 / Math.Sqrt(inputs)), Floats(random, outputs, 1)))];
        return new MlpNetwork(layers, activation, range ?? OutputRange.Identity);
    }

    /// <summary>The same network with offsets and factors of the features before it, drawn from a seed.</summary>
    public static MlpNetwork Scaled(int seed, MlpNetwork network) => new(
        network.Layers, network.Activation, network.OutputRange, new InputScaler(Floats(new Random(seed), network.FeatureCount, 2), Floats(new Random(seed + 1), network.FeatureCount, 2)));

    public static ModelContent Model(MlpNetwork network, Link link = Link.Identity) => Model([network], link);

    public static ModelContent Model(IEnumerable<MlpNetwork> networks, Link link, int targets = 1, params double[] levels) =>
        new([.. networks.Select(network => new FittedMember(network, History))], new PredictionForm(link, targets, levels));

    /// <summary>Gives the outputs of a network as they are.</summary>
    public static RegressionPredictor Outputs(MlpNetwork network) => new([new FittedMember(network, History)], new PredictionForm(Link.Identity, network.OutputCount, []));

    /// <summary>Uniform in [-<paramref name="size"/>, <paramref name="size"/>].</summary>
    public static float[] Floats(Random random, int count, double size) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(size * (2 * random.NextDouble() - 1)))];

    public static float[] Features(int seed, int count) => Floats(new Random(seed), count, 3);

    /// <summary>The bits, so that NaN equals NaN and 0 differs from -0.</summary>
    public static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        return bits;
    }
}
