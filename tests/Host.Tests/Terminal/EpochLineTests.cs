using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public class EpochLineTests
{
    [Fact]
    public void Describe_EpochOnTheWay_HasLossesAndTimeLeft() =>
        Assert.StartsWith("epoch 3/20  training loss 1.235  validation loss 2  at most ", new EpochLine(20).Describe(new EpochRecord(3, 1.23456, 1, 2, 3, 0.01, 0.1)), StringComparison.Ordinal);

    [Fact]
    public void Describe_LastEpochWithoutValidation_HasTheTrainingLossOnly() =>
        Assert.Equal("epoch 20/20  training loss 0.5", new EpochLine(20).Describe(new EpochRecord(20, 0.5, null, null, null, 0.01, 0.1)));

    [Theory]
    [InlineData(0.26, "0.3 s")]
    [InlineData(42, "42 s")]
    [InlineData(600, "10 min")]
    [InlineData(9000, "2.5 h")]
    public void Duration_Describe_IsShort(double seconds, string expected) => Assert.Equal(expected, Duration.Describe(TimeSpan.FromSeconds(seconds)));
}
