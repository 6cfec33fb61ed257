using MLNet.LossExperiments.Host.Splits;
using MLNet.LossExperiments.Host.Tables;

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
        static string ClassOf(int row) => row < 900 ? "common" : "rare";

        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(1000), new(0.8, 0.1, 0.1), 1, ClassOf);

        Assert.Equal((80, 10, 10), (Rare(training), Rare(validation), Rare(test)));
        static int Rare(TableRows rows) => rows.Rows.Count(row => row >= 900);
    }

    [Fact]
    public void Split_ManySmallStrata_KeepsTheWholeInProportionAndEachInTraining()
    {
        (TableRows training, TableRows validation, TableRows test) = Splitter.Split(Rows(300), new(0.8, 0.1, 0.1), 1, row => $"{row / 3}");

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

    private static TableRows Rows(int count) => new(new Table(null!, [], []), [.. Enumerable.Range(0, count)]);
}
