using Microsoft.ML;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;
using MLNet.LossExperiments.Tuning;

namespace MLNet.LossExperiments.Tests.Tuning;

public class TuningTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Options => new() { HiddenSizes = [8], BatchSize = 16, Seed = 7 };

    private IDataView Plane => _context.Data.LoadFromEnumerable(Samples.Plane(300));

    [Fact]
    public void FindLearningRate_Plane_FindsWhereTheLossFalls()
    {
        LearningRateCurve curve = _context.Regression.Trainers.Mlp(Options).FindLearningRate(Plane);

        Assert.Equal(1e-7, curve.Points[0].LearningRate, 1e-12);
        Assert.InRange(curve.Points.Count, 60, 100);
        for (int i = 1; i < curve.Points.Count; i++)
            Assert.Equal(Math.Pow(1e7, 1 / 99.0), curve.Points[i].LearningRate / curve.Points[i - 1].LearningRate, 1e-6);
        Assert.InRange(curve.Suggestion!.Value, 1e-4, 0.5);
        Assert.True(curve.Points.Min(point => point.SmoothedLoss) < 0.8 * curve.Points[0].SmoothedLoss);
    }

    // Batches of 8 differ more from each other than the loss falls from step to step.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void FindLearningRate_NoisyBatches_IsNotMisled(int seed)
    {
        LearningRateCurve curve = _context.Regression.Trainers.Mlp(Options with { BatchSize = 8, Seed = seed }).FindLearningRate(Plane);

        Assert.InRange(curve.Suggestion!.Value, 1e-4, 0.5);
    }

    [Fact]
    public void FindLearningRate_LossExplodes_StopsThere()
    {
        LearningRateCurve curve = _context.Regression.Trainers.Mlp(Options with { Optimizer = Optimizer.Sgd() }).FindLearningRate(Plane, new() { Minimum = 1e-5, Maximum = 1e4, Steps = 60 });
        Assert.InRange(curve.Points.Count, 11, 59);
        Assert.All(curve.Points, point => Assert.True(double.IsFinite(point.Loss)));
        Assert.InRange(curve.Suggestion!.Value, 1e-4, 10);
    }

    [Theory]
    [InlineData(0, 1, 100)]
    [InlineData(1, 1, 100)]
    [InlineData(1e-3, double.NaN, 100)]
    [InlineData(1e-3, 1, 9)]
    public void FindLearningRate_BadRange_IsRefused(double minimum, double maximum, int steps) => Assert.Throws<ArgumentOutOfRangeException>(
        () => _context.Regression.Trainers.Mlp(Options).FindLearningRate(Plane, new() { Minimum = minimum, Maximum = maximum, Steps = steps }));

    [Fact]
    public void FindBatchSize_Plane_TriesPowersOfTwoUpToAllRows()
    {
        BatchSizeCurve curve = _context.Regression.Trainers.Mlp(Options).FindBatchSize(Plane);
        Assert.Equal([8, 16, 32, 64, 128, 256, 512], curve.Points.Select(point => point.BatchSize));
        Assert.All(curve.Points, point => Assert.True(point.RowsPerSecond > 0));
        double fastest = curve.Points.Max(point => point.RowsPerSecond);
        Assert.Equal(curve.Points.First(point => point.RowsPerSecond >= 0.8 * fastest).BatchSize, curve.Suggestion);
        Assert.False(curve.RanOutOfMemory);
        Assert.Equal([8, 16], _context.Regression.Trainers.Mlp(Options).FindBatchSize(Plane, 16).Points.Select(point => point.BatchSize));
    }

    [Fact]
    public void FindLearningRate_SameTrainerAfterwards_FitsAsBefore()
    {
        var trainer = _context.Regression.Trainers.Mlp(Options with { Epochs = 3 });
        byte[] before = Bits.Of(trainer.Fit(Plane).Model.Network);
        trainer.FindLearningRate(Plane);
        Assert.Equal(before, Bits.Of(trainer.Fit(Plane).Model.Network));
    }
}
