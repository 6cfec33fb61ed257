using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;
using MLNet.LossExperiments.Tests.Scoring;

namespace MLNet.LossExperiments.Tests;

/// <summary>The fitted models of the tasks, made of weights by hand.</summary>
public sealed class ModelTests
{
    private const int Rows = 203;
    private readonly MLContext _context = new();
    private readonly float[] _features = Contents.Features(9, Rows * 5);

    private ReadOnlySpan<float> Row(int row) => _features.AsSpan(row * 5, 5);

    [Fact]
    public void ScoreBatch_Regression_EqualsRowByRowToTheBit()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            var model = new MlpRegressionModel(_context, Contents.Model(Contents.Network(1, [5, 17, 9, 1], activation, OutputRange.Scaled(-1, 9))));
            float[] one = [.. Enumerable.Range(0, Rows).Select(row => model.Score(Row(row)))];
            foreach (int rows in (int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 63, 64, 65, 127, Rows])
            {
                var scores = new float[rows];
                model.ScoreBatch(_features.AsSpan(0, rows * 5), scores);
                Assert.Equal(Contents.Bits(one.AsSpan(0, rows)), Contents.Bits(scores));
            }
        }
    }

    [Fact]
    public void Score_Multiclass_TogetherEqualsRowByRowToTheBit()
    {
        for (int classes = 2; classes <= 40; classes++)
        {
            var model = new MlpMulticlassModel(_context, Contents.Model(Contents.Network(classes, [5, 12, classes], Activation.GELU), Link.Softmax));
            float[] together = new float[Rows * classes], one = new float[Rows * classes];
            model.Score(_features, together);
            for (int row = 0; row < Rows; row++)
                model.Score(Row(row), one.AsSpan(row * classes, classes));
            Assert.Equal(Contents.Bits(one), Contents.Bits(together));
            Assert.All(together.Chunk(classes), scores => Assert.Equal(1, scores.Sum(), 1e-5));
        }
    }

    [Fact]
    public void Probability_Binary_IsTheLogisticOfTheScore()
    {
        ModelContent content = Contents.Model(Contents.Network(4, [5, 8, 1]), Link.Logistic);
        var model = new MlpBinaryProbabilityModel(_context, content);
        var scoreOnly = new MlpBinaryModel(_context, content);
        for (int row = 0; row < Rows; row++)
        {
            double expected = ReferenceForward.Run(content.Members[0].Network, Row(row))[0];
            Assert.Equal(expected, model.Score(Row(row)), 1e-5 * Math.Max(1, Math.Abs(expected)));
            Assert.Equal(model.Score(Row(row)), scoreOnly.Score(Row(row)));
            Assert.Equal(ReferenceFunctions.Sigmoid(expected), model.Probability(Row(row)), 1e-5);
        }
    }

    [Fact]
    public void Properties_AnyModel_ShowItsContent()
    {
        ModelContent content = Contents.Model(Contents.Network(4, [5, 8, 6]), Link.Softmax);
        var model = new MlpMulticlassModel(_context, content);
        Assert.Same(content.Members[0].Network, model.Network);
        Assert.Same(content.Members[0].History, model.History);
        Assert.Equal((Link.Softmax, 6), (model.Link, model.ClassCount));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(0)]
    public void Score_OtherNumberOfFeatures_SaysBoth(int count)
    {
        var regression = new MlpRegressionModel(_context, Contents.Model(Contents.Network(1, [5, 1])));
        var binary = new MlpBinaryModel(_context, Contents.Model(Contents.Network(1, [5, 1])));
        var multiclass = new MlpMulticlassModel(_context, Contents.Model(Contents.Network(1, [5, 3])));
        Action[] calls = [() => regression.Score(new float[count]), () => binary.Score(new float[count]), () => multiclass.Score(new float[count], new float[3])];
        Assert.All(calls, call =>
        {
            var exception = Assert.Throws<ArgumentException>(call);
            Assert.Contains($"1 rows of a network with 5 features have 5 values, not {count}.", exception.Message, StringComparison.Ordinal);
            Assert.Equal("features", exception.ParamName);
        });
    }

    [Fact]
    public void Score_PlacesThatFitNoRow_AreRefused()
    {
        var multiclass = new MlpMulticlassModel(_context, Contents.Model(Contents.Network(1, [5, 3])));
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => multiclass.Score(new float[5], new float[4])).ParamName);
        Assert.Throws<ArgumentException>(() => multiclass.Score(new float[5], new float[6]));
        multiclass.Score([], []);
    }

    [Fact]
    public async Task ScoreBatch_EightThreadsAtOnce_GetTheSameBits()
    {
        var model = new MlpRegressionModel(_context, Contents.Model(Contents.Network(1, [5, 64, 32, 1], Activation.Mish)));
        var expected = new float[Rows];
        model.ScoreBatch(_features, expected);
        using var start = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < 200; round++)
            {
                int rows = (round * 7 + thread) % Rows + 1;
                var scores = new float[rows];
                model.ScoreBatch(_features.AsSpan(0, rows * 5), scores);
                Assert.Equal(Contents.Bits(expected.AsSpan(0, rows)), Contents.Bits(scores));
                Assert.Equal(expected[rows - 1], model.Score(Row(rows - 1)));
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
