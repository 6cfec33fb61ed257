using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Tests.Measures;

/// <summary>sklearn.metrics.log_loss([1], [p], labels=[0, 1]) of 32-bit probabilities clips them at numpy.finfo(float32).eps.</summary>
public sealed class ClippedLogLossTests
{
    [Theory]
    [InlineData(0, 15.942385152878742)]
    [InlineData(1e-7, 15.942385152878742)]
    [InlineData(0.25, 1.3862943611198906)]
    [InlineData(1, 0)]
    public void Of_Probability_IsFinite(double probability, double expected) => Assert.Equal(expected, ClippedLogLoss.Of(probability), 1e-12);

    [Fact]
    public void Of_NotANumber_StaysSo() => Assert.True(double.IsNaN(ClippedLogLoss.Of(double.NaN)));

    [Fact]
    public void LeastProbability_IsTheEpsilonOfSingles() => Assert.Equal(ClippedLogLoss.LeastProbability, float.BitIncrement(1) - 1.0);
}
