using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Tests.Scoring;

public sealed class LinkFunctionTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.88079707797788243)]
    [InlineData(-2, 0.11920292202211755)]
    [InlineData(-80, 1.8048513878454153e-35)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    [InlineData(float.MaxValue, 1)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.NaN, double.NaN)]
    public void Logistic_AnyScore_IsAProbability(float score, double expected)
    {
        Assert.Equal((float)expected, LinkFunction.Logistic(score));
        float[] row = [score];
        LinkFunction.Apply(Link.Logistic, row);
        Assert.Equal((float)expected, row[0]);
    }

    [Theory]
    [InlineData(1000, -1000, 0)]
    [InlineData(1000, 1000, 1000)]
    [InlineData(-1000, -1000, -1001)]
    [InlineData(3e38, -3e38, 0)]
    [InlineData(0.1, 0.2, 0.3)]
    public void Apply_Softmax_SumsToOneInTheOrderOfTheScores(float first, float second, float third)
    {
        float[] scores = [first, second, third], row = [.. scores];
        LinkFunction.Apply(Link.Softmax, row);
        Assert.Equal(1, row.Sum(value => (double)value), 1e-6);
        Assert.All(row, value => Assert.InRange(value, 0, 1));
        double greatest = scores.Max();
        double[] exps = [.. scores.Select(score => Math.Exp(score - greatest))];
        for (int i = 0; i < 3; i++)
            Assert.Equal(exps[i] / exps.Sum(), row[i], 1e-6);
    }

    [Fact]
    public void Apply_SoftmaxOfManyClasses_SumsToOne()
    {
        for (int classes = 2; classes < 70; classes++)
        {
            float[] row = Contents.Floats(new Random(classes), classes, 1000);
            int best = Array.IndexOf(row, row.Max());
            LinkFunction.Apply(Link.Softmax, row);
            Assert.Equal(1, row.Sum(value => (double)value), 1e-5);
            Assert.Equal(row.Max(), row[best]);
        }
    }

    [Fact]
    public void Apply_Identity_LeavesTheRow()
    {
        float[] row = [-5, float.NaN, 1e30f];
        LinkFunction.Apply(Link.Identity, row);
        Assert.Equal([-5, float.NaN, 1e30f], row);
    }
}
