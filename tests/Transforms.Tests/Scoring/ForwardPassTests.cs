using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public class ForwardPassTests
{
    public static TheoryData<int[]> Shapes => [[1, 1], [3, 1], [13, 5, 5, 1], [13, 64, 32, 1], [7, 8, 9], [2, 16, 17, 15, 3], [30, 31, 33], [5, 40], [64, 24, 10], [1, 100, 1]];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    private static float[] Run(MlpNetwork network, float[] features, int rows)
    {
        var scores = new float[rows * network.OutputCount];
        BatchScorer.Run(new ForwardPass(network), features, rows, scores);
        return scores;
    }

    private static void AssertAgrees(MlpNetwork network, int rows)
    {
        float[] features = Networks.Numbers(rows * network.FeatureCount, 50, 2);
        float[] scores = Run(network, features, rows);
        for (int row = 0; row < rows; row++)
        {
            double[] expected = Networks.Reference(network, features.AsSpan(row * network.FeatureCount, network.FeatureCount));
            for (int j = 0; j < expected.Length; j++)
                Assert.Equal(expected[j], scores[row * expected.Length + j], 1e-5 * Math.Max(1, Math.Abs(expected[j])));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Run_Shape_AgreesWithPlainLoops(int[] shape)
    {
        foreach (int rows in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 200 })
            AssertAgrees(Networks.Make(shape), rows);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Run_Activation_AgreesWithPlainLoops(Activation activation) => AssertAgrees(Networks.Make([6, 20, 11, 3], activation), 30);

    [Fact]
    public void Run_OutputRange_AgreesWithPlainLoops()
    {
        foreach (OutputRange range in new[] { OutputRange.Tanh, OutputRange.Sigmoid, OutputRange.Softplus, OutputRange.Scaled(-10, 90) })
            AssertAgrees(Networks.Make([4, 9, 2], Activation.Tanh, range), 20);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Run_RowInABatch_HasTheBitsOfTheRowAlone(int[] shape)
    {
        MlpNetwork network = Networks.Make(shape, Activation.GELU);
        float[] features = Networks.Numbers(131 * network.FeatureCount, 51);
        float[] together = Run(network, features, 131);
        for (int row = 0; row < 131; row++)
        {
            float[] alone = Run(network, features[(row * network.FeatureCount)..((row + 1) * network.FeatureCount)], 1);
            Assert.Equal(alone, together[(row * network.OutputCount)..((row + 1) * network.OutputCount)]);
        }
    }

    [Fact]
    public void Run_MissingFeature_GivesNoNumber()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
            Assert.True(float.IsNaN(Run(Networks.Make([2, 5, 1], activation), [float.NaN, 1], 1)[0]), $"{activation}");
    }

    [Fact]
    public void Run_ManyThreads_GiveTheSameBits()
    {
        MlpNetwork network = Networks.Make([20, 64, 32, 3]);
        float[] features = Networks.Numbers(500 * 20, 52);
        var forward = new ForwardPass(network);
        float[] expected = Run(network, features, 500);
        Parallel.For(0, 32, _ =>
        {
            var scores = new float[expected.Length];
            BatchScorer.Run(forward, features, 500, scores);
            Assert.Equal(expected, scores);
        });
    }

    [Theory]
    [InlineData(9, 5, "5 rows of a network with 2 features have 10 values, not 9.")]
    [InlineData(10, 4, "4 rows of a network with 2 features have 8 values, not 10.")]
    public void Run_WrongNumberOfValues_IsRefused(int values, int rows, string sentence)
    {
        var error = Assert.Throws<ArgumentException>(() => Run(Networks.Make([2, 3]), new float[values], rows));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }
}
