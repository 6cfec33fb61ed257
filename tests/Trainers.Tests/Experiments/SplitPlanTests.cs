using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Tests.Experiments;

public class SplitPlanTests : TorchTest
{
    private static readonly RowTraits Classes = new(103) { Classes = [.. Enumerable.Range(0, 103).Select(row => row < 30 ? 1 : 0)] };

    [Fact]
    public void Of_Folds_HoldOutEachRowOnceForEachSeed()
    {
        var plan = new SplitPlan(Classes, 5, null);
        foreach (int seed in new[] { 1, 2 })
        {
            Split[] splits = [.. Enumerable.Range(0, 5).Select(fold => plan.Of(seed, fold))];
            Assert.All(Enumerable.Range(0, Classes.Count), row => Assert.Single(splits, split => split.IsHeldOut[row]));
            // 103 rows by 5, 30 of the rarer class by 5.
            Assert.All(splits, split => Assert.InRange(split.IsHeldOut.Count(held => held), 20, 21));
            Assert.All(splits, split => Assert.Equal(6, Enumerable.Range(0, 30).Count(row => split.IsHeldOut[row])));
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

    [Fact]
    public void Of_Groups_AreHeldOutWhole()
    {
        var rows = new RowTraits(300) { Groups = [.. Enumerable.Range(0, 300).Select(row => row * row % 37)] };
        rows = rows with { Groups = RowTraits.Numbered(rows.Groups) };
        var plan = new SplitPlan(rows, 5, null);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Split[] splits = [.. Enumerable.Range(0, 5).Select(fold => plan.Of(seed, fold))];
            Assert.All(Enumerable.Range(0, 300), row => Assert.Single(splits, split => split.IsHeldOut[row]));
            Assert.All(splits, split => Assert.Empty(GroupsOf(split.IsHeldOut).Intersect(GroupsOf(split.IsTrainedOn))));
            Assert.All(splits, split => Assert.InRange(split.IsHeldOut.Count(held => held), 60 - 17, 60 + 17));
        }
        Assert.NotEqual(plan.Of(1, 0).IsHeldOut, plan.Of(2, 0).IsHeldOut);

        IEnumerable<int> GroupsOf(bool[] isIn) => rows.Groups.Where((_, row) => isIn[row]).Distinct();
    }

    // What scikit-learn's TimeSeriesSplit(n_splits=5) gives for 12 rows: test rows 2-3, 4-5, 6-7, 8-9, 10-11, each trained on all before.
    [Fact]
    public void Of_Times_RollTheOrigin()
    {
        var plan = new SplitPlan(new RowTraits(12) { Times = [.. Enumerable.Range(0, 12).Select(row => 100L + row)] }, 5, null);
        for (int fold = 0; fold < 5; fold++)
        {
            Split split = plan.Of(7, fold);
            Assert.Equal(Enumerable.Range(0, 2 + 2 * fold), Rows(split.IsTrainedOn));
            Assert.Equal([2 + 2 * fold, 3 + 2 * fold], Rows(split.IsHeldOut));
        }
        Assert.Equal(5, plan.NumberSplits([.. from seed in new[] { 1, 2, 3 } from fold in Enumerable.Range(0, 5) select (seed, fold)]).Values.Distinct().Count());
        Assert.Equal(15, new SplitPlan(Classes, 5, null).NumberSplits([.. from seed in new[] { 1, 2, 3 } from fold in Enumerable.Range(0, 5) select (seed, fold)]).Values.Distinct().Count());

        static IEnumerable<int> Rows(bool[] isIn) => Enumerable.Range(0, isIn.Length).Where(row => isIn[row]);
    }

    [Fact]
    public void Of_TooFewGroupsOrTimes_SaysHowManyAreNeeded()
    {
        var error = Assert.Throws<MlpTrainingException>(() => new SplitPlan(new RowTraits(10) { Groups = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2], GroupColumn = "patient" }, 5, null).Of(1, 0));
        Assert.Equal("The group column 'patient' has 3 groups, too few for 5 folds, since a group is never divided. Take fewer folds.", error.Message);
        error = Assert.Throws<MlpTrainingException>(() => new SplitPlan(new RowTraits(10) { Times = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3], TimeColumn = "day" }, 5, null).Of(1, 0));
        Assert.Equal("The time column 'day' has 3 different times, too few for 5 folds, each of which is held out from rows before it: 6 are needed. Take fewer folds.", error.Message);
    }
}
