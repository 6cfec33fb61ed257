using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Host.Tests.Splits;

public class SplitterTests
{
    private static readonly SplitShares Tutorial = new(0.7, 0.2, 0.1);

    [Fact]
    public void Split_Rows_PutsEachIntoOneSet()
    {
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(506), Tutorial, seed: 1);

        Assert.Equal((354, 101, 51), (training.Count, validation.Count, test.Count));
        Assert.Equal(Enumerable.Range(0, 506), training.Rows.Concat(validation.Rows).Concat(test.Rows).Order());
    }

    [Fact]
    public void Split_OneSeed_GivesOneSplit()
    {
        Assert.Equal(Splitter.Split(Rows(100), Tutorial, 7).Test.Rows, Splitter.Split(Rows(100), Tutorial, 7).Test.Rows);
        Assert.NotEqual(Splitter.Split(Rows(100), Tutorial, 7).Test.Rows, Splitter.Split(Rows(100), Tutorial, 8).Test.Rows);
    }

    [Fact]
    public void Split_Strata_AreDividedAlike()
    {
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(1000), new(0.8, 0.1, 0.1), 1, Classes(1000, row => row < 900 ? 0 : 1));

        Assert.Equal((80, 10, 10), (Rare(training), Rare(validation), Rare(test)));
        static int Rare(TableRows rows) => rows.Rows.Count(row => row >= 900);
    }

    [Fact]
    public void Split_ManySmallStrata_KeepsTheWholeInProportionAndEachInTraining()
    {
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(300), new(0.8, 0.1, 0.1), 1, Classes(300, row => row / 3));

        Assert.InRange(validation.Count, 28, 32);
        Assert.InRange(test.Count, 28, 32);
        Assert.Equal(100, training.Rows.Select(row => row / 3).Distinct().Count());
    }

    [Fact]
    public void Split_FiveRows_LeavesNoSetEmpty()
    {
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(5), new(0.8, 0.1, 0.1), 1);

        Assert.Equal((3, 1, 1), (training.Count, validation.Count, test.Count));
    }

    [Theory]
    [InlineData(4, 2, 1, 1)]
    [InlineData(3, 1, 1, 1)]
    [InlineData(2, 1, 0, 1)]
    [InlineData(1, 1, 0, 0)]
    public void Split_RareClass_IsInEverySetThatItHasRowsFor(int rare, int training, int validation, int test)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            var sets = Splitter.Split(Rows(1000), new(0.8, 0.1, 0.1), seed, Classes(1000, row => row < rare ? 1 : 0));

            Assert.Equal((800, 100, 100), (sets.Training.Count, sets.Validation.Count, sets.Test.Count));
            Assert.Equal((training, validation, test), (Rare(sets.Training), Rare(sets.Validation), Rare(sets.Test)));
        }

        int Rare(TableRows rows) => rows.Rows.Count(row => row < rare);
    }

    [Fact]
    public void Split_Groups_AreWhole()
    {
        var traits = new RowTraits(1000) { Groups = [.. Enumerable.Range(0, 1000).Select(row => row % 100)] };
        for (int seed = 1; seed <= 20; seed++)
        {
            (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(1000), new(0.8, 0.1, 0.1), seed, traits);

            Assert.Equal((800, 100, 100), (training.Count, validation.Count, test.Count));
            Assert.Equal(100, new[] { training, validation, test }.Sum(set => set.Rows.Select(row => row % 100).Distinct().Count()));
        }
    }

    [Fact]
    public void Split_Times_TrainsBeforeItValidatesBeforeItTests()
    {
        // Ten rows of each time, and the file is not in order.
        var traits = new RowTraits(500) { Times = [.. Enumerable.Range(0, 500).Select(row => row * 7L % 500 / 10)] };
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(500), new(0.7, 0.2, 0.1), 1, traits);

        Assert.Equal((350, 100, 50), (training.Count, validation.Count, test.Count));
        Assert.True(training.Rows.Max(row => traits.Times[row]) < validation.Rows.Min(row => traits.Times[row]));
        Assert.True(validation.Rows.Max(row => traits.Times[row]) < test.Rows.Min(row => traits.Times[row]));
    }

    private static RowTraits Classes(int count, Func<int, int> classOf) => new(count) { Classes = [.. Enumerable.Range(0, count).Select(classOf)] };

    private static TableRows Rows(int count) => new(new Table(null!, [], []), [.. Enumerable.Range(0, count)]);
}
