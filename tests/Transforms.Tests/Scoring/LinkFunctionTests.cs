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
    }

    [Theory]
    [InlineData(1000, -1000, 0)]
    [InlineData(1000, 1000, 1000)]
    [InlineData(-1000, -1000, -1001)]
    [InlineData(3e38, -3e38, 0)]
    [InlineData(0.1, 0.2, 0.3)]
    public void Softmax_Scores_SumsToOneInTheOrderOfTheScores(float first, float second, float third)
    {
        float[] scores = [first, second, third], row = [.. scores];
        LinkFunction.Softmax(row);
        Assert.Equal(1, row.Sum(value => (double)value), 1e-6);
        Assert.All(row, value => Assert.InRange(value, 0, 1));
        double greatest = scores.Max();
        double[] exps = [.. scores.Select(score => Math.Exp(score - greatest))];
        for (int i = 0; i < 3; i++)
            Assert.Equal(exps[i] / exps.Sum(), row[i], 1e-6);
    }

    [Fact]
    public void Softmax_ScoresOfManyClasses_SumsToOne()
    {
        for (int classes = 2; classes < 70; classes++)
        {
            float[] row = Contents.Floats(new Random(classes), classes, 1000);
            int best = Array.IndexOf(row, row.Max());
            LinkFunction.Softmax(row);
            Assert.Equal(1, row.Sum(value => (double)value), 1e-5);
            Assert.Equal(row.Max(), row[best]);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-2, 0.1353352832366127)]
    [InlineData(88, 1.6516362549940018e38)]
    [InlineData(1e4, float.MaxValue)]
    [InlineData(-1e4, float.Epsilon)]
    public void Exponential_AnyOutput_IsFinite(double output, double expected) => Assert.Equal((float)expected, LinkFunction.Exponential(output));

    [Theory]
    [InlineData(0, -0.69314718055994531)]
    [InlineData(-1e4, -1e4)]
    [InlineData(40, -4.248354255291589e-18)]
    [InlineData(1e4, 0)]
    public void LogLogistic_AnyOutput_KeepsItsDigits(double output, double expected) => Assert.Equal(expected, LinkFunction.LogLogistic(output), 1e-15 * Math.Max(1e-3, Math.Abs(expected)));

    // P(y > 0) = σ(1), P(y > 1 | y > 0) = σ(-0.5).
    [Fact]
    public void Ordinal_ThreeClasses_AreProductsOfConditionalProbabilities()
    {
        var classes = new float[3];
        LinkFunction.Ordinal([1, -0.5f], classes);
        double first = 1 / (1 + Math.Exp(-1)), second = 1 / (1 + Math.Exp(0.5));
        Assert.Equal([(float)(1 - first), (float)(first * (1 - second)), (float)(first * second)], classes, (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(1e4f)]
    [InlineData(-1e4f)]
    [InlineData(30f)]
    public void Ordinal_LargeOutputs_SumToOne(float size)
    {
        var classes = new float[4];
        LinkFunction.Ordinal([size, -size, size], classes);
        Assert.Equal(1, classes.Sum(), 1e-6);
        Assert.All(classes, probability => Assert.InRange(probability, 0, 1));
    }
}
