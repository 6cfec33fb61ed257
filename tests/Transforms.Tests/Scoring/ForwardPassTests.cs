using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public sealed class ForwardPassTests
{
    private static readonly int[][] HiddenSizes = [[], [1], [7], [16], [8, 3], [33, 17], [5, 9, 13], [64, 32, 24]];

    private static readonly OutputRange[] Ranges = [OutputRange.Identity, OutputRange.Tanh, OutputRange.Sigmoid, OutputRange.Softplus, OutputRange.Scaled(-2, 3)];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    private static float[] Score(MlpNetwork network, float[] features, int rows)
    {
        var outputs = new float[rows * network.OutputCount];
        BatchScorer.Run(Contents.Outputs(network), features, rows, outputs);
        return outputs;
    }

    private static void AssertLikeReference(MlpNetwork network, int seed, int rows)
    {
        float[] features = Contents.Features(seed, rows * network.FeatureCount);
        float[] outputs = Score(network, features, rows);
        for (int row = 0; row < rows; row++)
        {
            double[] expected = ReferenceForward.Run(network, features.AsSpan(row * network.FeatureCount, network.FeatureCount));
            for (int output = 0; output < expected.Length; output++)
            {
                float actual = outputs[row * expected.Length + output];
                double error = Math.Abs(actual - expected[output]);
                Assert.True(error <= 1e-5 * Math.Max(1, Math.Abs(expected[output])),
                    $"{network.Activation}, {network.OutputRange}, {string.Join('-', network.HiddenSizes)}, output {output} of {expected.Length}, row {row} of {rows}: {actual} for {expected[output]}");
            }
        }
    }

    [Fact]
    public void Run_EveryNumberOfOutputsAndRows_AgreesWithPlainLoops()
    {
        for (int outputs = 1; outputs <= 40; outputs++)
        {
            int features = outputs * 7 % 23 + 1;
            MlpNetwork network = Contents.Network(outputs, [features, .. HiddenSizes[outputs % HiddenSizes.Length], outputs]);
            foreach (int rows in (int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 200])
                AssertLikeReference(network, rows, rows);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Run_EveryActivationRangeAndDepth_AgreesWithPlainLoops(Activation activation)
    {
        foreach (OutputRange range in Ranges)
        {
            for (int shape = 0; shape < HiddenSizes.Length; shape++)
                AssertLikeReference(Contents.Network(shape, [11, .. HiddenSizes[shape], 3], activation, range), shape, 9);
        }
    }

    [Fact]
    public void Run_OneLayer_IsTheSumByHand()
    {
        var layer = new DenseLayer(2, 2, [1, 10, 2, 20], [0.5f, -0.5f]);
        Assert.Equal([11.5f, 109.5f], Score(new MlpNetwork([layer], Activation.ReLU, OutputRange.Identity), [3, 4], 1));
    }

    // (3 − 1)·10 = 20 and (4 − 2)·(−1) = −2, in each of two rows.
    [Fact]
    public void Run_InputScaling_ComesBeforeTheFirstLayer()
    {
        var layer = new DenseLayer(2, 1, [1, 100], [0.5f]);
        Assert.Equal([-179.5f, -179.5f], Score(new MlpNetwork([layer], Activation.ReLU, OutputRange.Identity, new InputScaler([1, 2], [10, -1])), [3, 4, 3, 4], 2));
    }

    [Fact]
    public void Run_NaNAmongTheFeatures_SpoilsItsOwnRowOnly()
    {
        MlpNetwork network = Contents.Network(1, [3, 9, 2], Activation.GELU);
        float[] features = Contents.Features(1, 15);
        float[] clean = Score(network, features, 5);
        features[2 * 3] = float.NaN;
        float[] spoilt = Score(network, features, 5);
        Assert.All(spoilt[4..6], value => Assert.True(float.IsNaN(value)));
        Assert.Equal(Contents.Bits([.. clean[..4], .. clean[6..]]), Contents.Bits([.. spoilt[..4], .. spoilt[6..]]));
    }

    [Fact]
    public void Run_ExtremeScores_StayWithinTheOutputRange()
    {
        var random = new Random(1);
        OutputRange[] scaled = [.. Enumerable.Range(0, 1000).Select(_ => random.NextSingle() * 10 - 5).Select(low => OutputRange.Scaled(low, low + 0.01f + random.NextSingle()))];
        foreach (OutputRange range in Ranges.Concat(scaled))
        {
            var network = new MlpNetwork([new DenseLayer(1, 1, [1], [0])], Activation.ReLU, range);
            float[] scores = Score(network, [-1e30f, -1000, -20, 0, 20, 1000, 1e30f], 7);
            Assert.All(scores, score => Assert.True(score >= range.Minimum && score <= range.Maximum, $"{range} gave {score:R}"));
            Assert.Equal(scores.Order(), scores);
        }
    }
}
