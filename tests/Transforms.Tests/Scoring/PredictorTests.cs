using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

/// <summary>What links and ensembles make of outputs that are known: networks of biases alone.</summary>
public sealed class PredictorTests
{
    /// <summary>Networks that give the same outputs for every row.</summary>
    private static ModelContent Constant(Link link, int targets, double[] levels, params float[][] outputs) =>
        Contents.Model(outputs.Select(own => new MlpNetwork([new DenseLayer(1, own.Length, new float[own.Length], own)], Activation.ReLU, OutputRange.Identity)), link, targets, levels);

    private static float[] Regression(Link link, int targets, double[] levels, params float[][] outputs)
    {
        ModelContent content = Constant(link, targets, levels, outputs);
        var predictor = new RegressionPredictor(content.Members, content.Form);
        var prediction = new float[predictor.Width];
        BatchScorer.Run(predictor, [7], 1, prediction);
        return prediction;
    }

    private static void AssertClose(double[] expected, float[] actual) => Assert.Equal(expected.Select(value => (float)value), actual, (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a)));

    [Fact]
    public void Run_Identity_IsTheOutputsOrTheirMeanAndVariance()
    {
        AssertClose([2, -3], Regression(Link.Identity, 2, [], [2, -3]));
        AssertClose([2, -3, 2.0 / 3, 6], Regression(Link.Identity, 2, [], [1, 0], [2, -3], [3, -6]));
    }

    [Fact]
    public void Run_Exponential_AveragesPredictionsNotOutputs()
    {
        AssertClose([Math.Exp(0.5)], Regression(Link.Exponential, 1, [], [0.5f]));
        AssertClose([(1 + Math.Exp(2)) / 2, Math.Pow((Math.Exp(2) - 1) / 2, 2)], Regression(Link.Exponential, 1, [], [0], [2]));
        AssertClose([float.MaxValue], Regression(Link.Exponential, 1, [], [1e4f]));
    }

    [Fact]
    public void Run_MeanAndLogVariance_MixesTheNetworksDistributions()
    {
        AssertClose([1.5, Math.Exp(-1)], Regression(Link.MeanAndLogVariance, 1, [], [1.5f, -1]));
        // Variance of the mixture of N(1, 2) and N(3, 4): mean of variances 3, variance of means 1.
        AssertClose([2, 4], Regression(Link.MeanAndLogVariance, 1, [], [1, MathF.Log(2)], [3, MathF.Log(4)]));
        AssertClose([1, 5, Math.Exp(2), Math.Exp(-3)], Regression(Link.MeanAndLogVariance, 2, [], [1, 2, 5, -3]));
    }

    [Fact]
    public void Run_MedianAndLogScale_HasLaplacesVariance() => AssertClose([1.5, 2 * Math.Exp(-2)], Regression(Link.MedianAndLogScale, 1, [], [1.5f, -1]));

    [Fact]
    public void Run_Quantiles_AreSortedAndAveragedLevelByLevel()
    {
        AssertClose([2, 1, 2, 5], Regression(Link.Quantiles, 1, [0.1, 0.5, 0.9], [5, 1, 2]));
        // Sorted 1 2 5 and 1 4 5; the prediction is 2 for one network and 4 for the other, so their variance is 1.
        AssertClose([3, 1, 1, 3, 5], Regression(Link.Quantiles, 1, [0.1, 0.5, 0.9], [5, 1, 2], [1, 4, 5]));
        // Two targets: the scores, then the quantiles of the first, then those of the second. Of 0.4 and 0.6 the lower level is the prediction.
        AssertClose([1, -2, 1, 3, -2, 8], Regression(Link.Quantiles, 2, [0.4, 0.6], [3, 1, -2, 8]));
    }

    [Theory]
    [InlineData(new[] { 0.3f }, 0.3)]
    [InlineData(new[] { 2f, -1f }, 0.3017458536319332)]
    [InlineData(new[] { 1e4f, 1e4f }, 1e4)]
    [InlineData(new[] { -1e4f, -1e4f }, -1e4)]
    [InlineData(new[] { 40f, 40f }, 40)]
    public void Run_BinaryLogistic_IsTheLogOddsOfTheMeanProbability(float[] scores, double expected)
    {
        ModelContent content = Constant(Link.Logistic, 1, [], [.. scores.Select(score => new[] { score })]);
        var score = new float[1];
        BatchScorer.Run(new BinaryPredictor(content.Members, content.Form), [0], 1, score);
        Assert.Equal(expected, score[0], 1e-5 * Math.Max(1, Math.Abs(expected)));
        double mean = scores.Average(own => 1 / (1 + Math.Exp(-own)));
        Assert.Equal(mean, LinkFunction.Logistic(score[0]), 1e-6);
    }

    [Fact]
    public void Run_BinaryRaw_IsTheMeanScore()
    {
        ModelContent content = Constant(Link.Identity, 1, [], [3], [-1]);
        var score = new float[1];
        BatchScorer.Run(new BinaryPredictor(content.Members, content.Form), [0], 1, score);
        Assert.Equal(1, score[0]);
    }

    [Fact]
    public void Run_MulticlassEnsemble_AveragesProbabilities()
    {
        ModelContent content = Constant(Link.Softmax, 1, [], [0, 0, 0], [MathF.Log(8), 0, 0]);
        var scores = new float[3];
        BatchScorer.Run(new MulticlassPredictor(content.Members, content.Form), [0], 1, scores);
        AssertClose([(1 / 3.0 + 0.8) / 2, (1 / 3.0 + 0.1) / 2, (1 / 3.0 + 0.1) / 2], scores);
    }

    [Fact]
    public void Run_Ordinal_HasAClassMoreThanOutputs()
    {
        ModelContent content = Constant(Link.Ordinal, 1, [], [1, -0.5f]);
        var predictor = new MulticlassPredictor(content.Members, content.Form);
        Assert.Equal(3, predictor.Width);
        var scores = new float[3];
        BatchScorer.Run(predictor, [0], 1, scores);
        Assert.Equal(1, scores.Sum(), 1e-6);
    }

    public static TheoryData<Link, int, int> Kinds => new() { { Link.Identity, 2, 2 }, { Link.Exponential, 3, 3 }, { Link.MeanAndLogVariance, 2, 4 }, { Link.MedianAndLogScale, 1, 2 }, { Link.Quantiles, 2, 6 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ManyRowsOfAnEnsemble_EqualOneByOneToTheBit(Link link, int targets, int outputs)
    {
        double[] levels = link == Link.Quantiles ? [0.1, 0.5, 0.9] : [];
        ModelContent content = Contents.Model([Contents.Network(1, [5, 9, outputs], Activation.Tanh), Contents.Network(2, [5, 9, outputs], Activation.Tanh)], link, targets, levels);
        var predictor = new RegressionPredictor(content.Members, content.Form);
        float[] features = Contents.Features(3, 150 * 5);
        var together = new float[150 * predictor.Width];
        BatchScorer.Run(predictor, features, 150, together);
        for (int row = 0; row < 150; row++)
        {
            var one = new float[predictor.Width];
            BatchScorer.Run(predictor, features.AsSpan(row * 5, 5), 1, one);
            Assert.Equal(Contents.Bits(one), Contents.Bits(together.AsSpan(row * predictor.Width, predictor.Width)));
        }
    }
}
