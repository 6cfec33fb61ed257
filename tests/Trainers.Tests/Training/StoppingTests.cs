using Microsoft.ML;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments.Tests.Training;

public class StoppingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Options => new() { HiddenSizes = [8], Epochs = 30, BatchSize = 16, Patience = 30, Optimizer = Optimizer.Adam(0.01), Seed = 7 };

    private TrainingHistory Fit(MlpRegressionOptions options) => _context.Regression.Trainers.Mlp(options).Fit(Samples.Boston(_context)).Model.History;

    [Fact]
    public void TimeLimit_Reached_StopsAfterTheEpochAndKeepsTheBest()
    {
        TrainingHistory history = Fit(Options with { TimeLimit = TimeSpan.FromTicks(1) });
        Assert.Equal(StopReason.TimeLimit, history.StopReason);
        Assert.Single(history.Epochs);
        Assert.Equal(1, history.BestEpoch);
    }

    [Fact]
    public void MinimumImprovement_TooMuchToAsk_RunsOutOfPatience()
    {
        TrainingHistory history = Fit(Options with { MinimumImprovement = 1e9, Patience = 4 });
        Assert.Equal(5, history.Epochs.Count);
        Assert.Equal(StopReason.NoImprovement, history.StopReason);
        Assert.Equal(history.Epochs.MinBy(epoch => epoch.ValidationLoss)!.Epoch, history.BestEpoch);
    }

    [Fact]
    public void IsBest_SmallImprovements_AddUpAndAreKept()
    {
        var stopping = new EarlyStopping(patience: 2, isHigherBetter: false, minimumImprovement: 1);
        Assert.Equal([true, true, true, false], new[] { 10.0, 9.4, 8.9, 9.2 }.Select(stopping.IsBest));
        Assert.False(stopping.IsOver);
        Assert.False(stopping.IsBest(double.NaN));
        Assert.True(stopping.IsOver);
    }

    [Fact]
    public void Monitor_MetricOrOtherLoss_IsMeasuredAndDecides()
    {
        TrainingHistory absolute = Fit(Options with { Monitor = ValidationMonitor.Of(RegressionMetric.MeanAbsoluteError) });
        Assert.Equal("MAE", absolute.MetricName);
        Assert.Equal(absolute.Epochs.MinBy(epoch => epoch.ValidationMetric)!.Epoch, absolute.BestEpoch);

        RegressionLoss own = RegressionLoss.Custom("fourth power", (output, target) => (output - target).pow(4).mean([1]));
        TrainingHistory other = Fit(Options with { Monitor = ValidationMonitor.Of(own) });
        Assert.Equal("fourth power", other.MetricName);
        Assert.Equal(other.Epochs.MinBy(epoch => epoch.ValidationMetric)!.Epoch, other.BestEpoch);

        TrainingHistory determination = Fit(Options with { Monitor = ValidationMonitor.Of(RegressionMetric.RSquared) });
        Assert.Equal(determination.Epochs.MaxBy(epoch => epoch.ValidationMetric)!.Epoch, determination.BestEpoch);
    }

    [Fact]
    public void Monitor_NeedsProbabilitiesThatTheLossLacks_IsAFault()
    {
        BinaryLoss raw = BinaryLoss.Custom("raw", (x, t) => (x - t).abs().squeeze(1), givesProbabilities: false);
        OptionFault fault = Assert.Single(new MlpBinaryOptions { Loss = raw, Monitor = ValidationMonitor.Of(BinaryMetric.LogLoss) }.FindFaults());
        Assert.Equal("Monitor is log-loss, but must be something that needs no probabilities with the loss 'raw', whose scores are none.", fault.ToString());
        Assert.Empty(new MlpBinaryOptions { Monitor = ValidationMonitor.Of(BinaryMetric.LogLoss) }.FindFaults());
    }
}
