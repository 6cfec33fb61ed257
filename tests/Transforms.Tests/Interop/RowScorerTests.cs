using Microsoft.ML.Data;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Interop;

public sealed class RowScorerTests
{
    private static readonly RegressionPredictor Forward = Contents.Outputs(Contents.Network(2, [6, 10, 3], Activation.SELU));

    [Fact]
    public void Score_SparseRow_EqualsTheDenseRowToTheBit()
    {
        var scorer = new RowScorer(Forward);
        float[] dense = [0, 1.5f, 0, 0, -2, 0];
        int[] expected = Contents.Bits(scorer.Score(new VBuffer<float>(6, dense)));
        Assert.Equal(expected, Contents.Bits(scorer.Score(new VBuffer<float>(6, 2, [1.5f, -2], [1, 4]))));
    }

    [Fact]
    public void Score_SparseRowAfterAnother_KeepsNothingOfIt()
    {
        var scorer = new RowScorer(Forward);
        scorer.Score(new VBuffer<float>(6, 3, [9, 9, 9], [0, 2, 5]));
        int[] second = Contents.Bits(scorer.Score(new VBuffer<float>(6, 1, [1], [1])));
        Assert.Equal(Contents.Bits(new RowScorer(Forward).Score(new VBuffer<float>(6, [0, 1, 0, 0, 0, 0]))), second);
    }

    [Fact]
    public void Score_EmptySparseRow_IsTheScoreOfZeros()
    {
        int[] zeros = Contents.Bits(new RowScorer(Forward).Score(new VBuffer<float>(6, new float[6])));
        Assert.Equal(zeros, Contents.Bits(new RowScorer(Forward).Score(new VBuffer<float>(6, 0, [], []))));
    }

    [Fact]
    public void Score_DenseValuesInALongerArray_UsesTheirLengthOnly()
    {
        var scorer = new RowScorer(Forward);
        int[] expected = Contents.Bits(scorer.Score(new VBuffer<float>(6, [1, 2, 3, 4, 5, 6])));
        Assert.Equal(expected, Contents.Bits(scorer.Score(new VBuffer<float>(6, [1, 2, 3, 4, 5, 6, 7, 8]))));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(0)]
    public void Score_OtherNumberOfFeatures_SaysBoth(int count)
    {
        var exception = Assert.Throws<ArgumentException>(() => { new RowScorer(Forward).Score(new VBuffer<float>(count, new float[count])); });
        Assert.Contains($"A row has {count} features, but the model was trained with 6.", exception.Message, StringComparison.Ordinal);
    }
}
