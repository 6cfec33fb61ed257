using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public class ElementwiseTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    private static float[] Grid => [.. Enumerable.Range(-4000, 8000).Select(i => i / 80f), .. Enumerable.Range(-20, 40).Select(i => MathF.CopySign(MathF.Pow(10, -Math.Abs(i) / 2f), i))];

    private static float Apply(Activation activation, float x)
    {
        float[] values = [.. Enumerable.Repeat(x, PackedLayer.Lanes)];
        Elementwise.Apply(activation, values);
        return Assert.Single(values.Distinct());
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Apply_Grid_IsRightToTheLastDigits(Activation activation)
    {
        float[] x = Grid;
        float[] y = [.. x];
        Elementwise.Apply(activation, y);
        for (int i = 0; i < x.Length; i++)
        {
            double expected = Functions.Activate(activation, x[i]);
            Assert.True(Math.Abs(expected - y[i]) <= 5e-7 * Math.Abs(expected) + 1e-30, $"{activation}({x[i]}) is {expected}, not {y[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Apply_Extremes_AreSensible(Activation activation)
    {
        Assert.True(float.IsNaN(Apply(activation, float.NaN)));
        Assert.True(Apply(activation, 1e30f) >= 1);
        Assert.True(float.IsFinite(Apply(activation, 1e30f)) && float.IsFinite(Apply(activation, -1e30f)));
        Assert.Equal(activation is Activation.Tanh or Activation.Sigmoid ? 1 : float.PositiveInfinity, Apply(activation, float.PositiveInfinity));
    }

    [Fact]
    public void Softmax_HugeScores_SumToOne()
    {
        float[] row = [1000, -1000, 999, 1000];
        LinkFunction.Apply(Link.Softmax, row);
        Assert.Equal(1, row.Sum(), 1e-6);
        Assert.Equal(row[0], row[3]);
        Assert.Equal(Math.E, row[0] / row[2], 1e-4);
        Assert.Equal(0, row[1]);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-1000, 0)]
    [InlineData(1000, 1)]
    [InlineData(-50, 1.9287498479639178e-22)]
    public void Logistic_Scores_AreProbabilities(float score, double expected) => Assert.Equal(expected, LinkFunction.Logistic(score), 1e-6 * expected);
}
