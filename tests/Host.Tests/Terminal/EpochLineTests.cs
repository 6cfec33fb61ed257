using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public class EpochLineTests
{
    private static EpochLine Of(string loss, string metric) => new(new FitStart(20, 1, 1, 90, 10, 0, 2, 17, "cpu", 1) { Loss = loss, MetricName = metric });

    [Theory]
    [InlineData("mse", "RMSE", 3.215e9, 58_123.4, "epoch 3/20  training RMSE 56,701  validation RMSE 58,123  at most ")]
    [InlineData("mae", "RMSE", 12_345.6, 0.98765, "epoch 3/20  training MAE 12,346  validation RMSE 0.9877  at most ")]
    [InlineData("bce", "Accuracy", 1.23456, 0.8, "epoch 3/20  training loss 1.235  validation Accuracy 0.8000  at most ")]
    [InlineData("huber:delta=1", "RMSE", 3.215e9, 58_123.4, "epoch 3/20  training loss 3,215,000,000  validation RMSE 58,123  at most ")]
    public void Describe_EpochOnTheWay_IsInUnitsOfTheLabel(string loss, string metric, double training, double validation, string expected) =>
        Assert.StartsWith(expected, Of(loss, metric).Describe(new EpochRecord(3, training, 1, 2, validation, 0.01, 0.1)), StringComparison.Ordinal);

    [Fact]
    public void Describe_LastEpochWithoutValidation_HasTheTrainingLossOnly() =>
        Assert.Equal("epoch 20/20  training loss 0.5000", Of("bce", "").Describe(new EpochRecord(20, 0.5, null, null, null, 0.01, 0.1)));

    [Theory]
    [InlineData(0.26, "0.3 s")]
    [InlineData(42, "42 s")]
    [InlineData(600, "10 min")]
    [InlineData(9000, "2.5 h")]
    public void Duration_Describe_IsShort(double seconds, string expected) => Assert.Equal(expected, Duration.Describe(TimeSpan.FromSeconds(seconds)));
}
