using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Context;

/// <summary>Curves hold what the history holds, thinned where it is long.</summary>
public sealed class LearningCurveTests
{
    private static TrainingHistory History(int epochs, int best) => new(
        "mse", "RMSE", 3, best, StopReason.NoImprovement, 10, 5, 0,
        [.. Enumerable.Range(1, epochs).Select(i => new EpochRecord(i, 1.0 / i, null, i == 2 ? null : 2.0 / i, 3.0 / i, 0.1, 1))]);

    [Fact]
    public void Of_ShortFit_HoldsEveryEpoch()
    {
        LearningCurve curve = LearningCurve.Of("network 1", History(3, 2));
        Assert.Equal([1, 2, 3], curve.Epochs);
        Assert.Equal([1, 0.5, 1 / 3.0], curve.RunningTrainingLoss);
        Assert.Equal([2, double.NaN, 2 / 3.0], curve.ValidationLoss);
        Assert.Empty(curve.TrainingLoss);
        Assert.Equal((2, 3, StopReason.NoImprovement), (curve.BestEpoch, curve.EpochCount, curve.StopReason));
    }

    [Fact]
    public void Of_LongFit_KeepsFirstLastAndBest()
    {
        LearningCurve curve = LearningCurve.Of("network 1", History(20_000, 12_345));
        Assert.InRange(curve.Epochs.Count, 50, 501);
        Assert.Equal((1, 20_000), (curve.Epochs[0], curve.Epochs[^1]));
        Assert.Contains(12_345, curve.Epochs);
        Assert.Equal(curve.Epochs.Count, curve.ValidationMetric.Count);
    }

    [Fact]
    public void LabelDistribution_Numbers_ShareTheirBins()
    {
        LabelDistribution distribution = LabelDistribution.OfNumbers([KeyValuePair.Create<string, IReadOnlyList<float>>("training", [1, 2, 2, 3, float.NaN]), KeyValuePair.Create<string, IReadOnlyList<float>>("test", [])]);
        Assert.Equal(4, distribution.Parts[0].Counts.Sum());
        Assert.Equal(distribution.Edges.Count - 1, distribution.Parts[1].Counts.Count);
        Assert.Equal(2, distribution.Parts[0].Numbers!.Mean);
    }

    [Fact]
    public void LabelDistribution_Classes_AreCounted()
    {
        LabelDistribution distribution = LabelDistribution.OfClasses(["a", "b"], [KeyValuePair.Create<string, IReadOnlyList<int>>("test", [0, 1, 1, -1])]);
        Assert.Equal([1, 2], distribution.Parts[0].Counts);
    }
}
