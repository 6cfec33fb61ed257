using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Tests.Experiments;

public class SplitPlanTests : TorchTest
{
    private static readonly int[] Classes = [.. Enumerable.Range(0, 103).Select(row => row < 30 ? 1 : 0)];

    [Fact]
    public void Of_Folds_HoldOutEachRowOnceForEachSeed()
    {
        var plan = new SplitPlan(Classes, 5, null);
        foreach (int seed in new[] { 1, 2 })
        {
            Split[] splits = [.. Enumerable.Range(0, 5).Select(fold => plan.Of(seed, fold))];
            Assert.All(Enumerable.Range(0, Classes.Length), row => Assert.Single(splits, split => split.IsHeldOut[row]));
            // 103 rows by 5, 30 of the rarer class by 5.
            Assert.All(splits, split => Assert.InRange(split.IsHeldOut.Count(held => held), 20, 21));
            Assert.All(splits, split => Assert.Equal(6, Enumerable.Range(0, 30).Count(row => split.IsHeldOut[row])));
            Assert.All(splits, split => Assert.Equal(plan.HeldOut(split.Fold), split.IsHeldOut.Count(held => held)));
        }
        Assert.NotEqual(plan.Of(1, 0).IsHeldOut, plan.Of(2, 0).IsHeldOut);
        Assert.Equal(plan.Of(1, 0).IsHeldOut, new SplitPlan(Classes, 5, null).Of(1, 0).IsHeldOut);
    }

    [Theory]
    [InlineData(0.2, 21)]
    [InlineData(0.001, 1)]
    [InlineData(0.999, 102)]
    public void Of_Holdout_HoldsOutTheShareOfEachClass(double share, int expected)
    {
        var plan = new SplitPlan(Classes, 5, share);
        Split split = plan.Of(3, 0);
        Assert.Equal(1, plan.Folds);
        Assert.Equal(expected, split.IsHeldOut.Count(held => held));
        if (share == 0.2)
            Assert.InRange(Enumerable.Range(0, 30).Count(row => split.IsHeldOut[row]), 5, 7);
    }
}
