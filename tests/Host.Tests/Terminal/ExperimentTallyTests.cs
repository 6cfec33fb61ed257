using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public class ExperimentTallyTests
{
    private static readonly ExperimentSetting Setting = new("mse", 0.001, "8");

    [Fact]
    public void Describe_EpochsOfACohort_TellTheTimeLeft()
    {
        ExperimentTally tally = Make(cells: 20, seconds: 5);
        Assert.Equal("0 of 20 cells", tally.Describe());

        tally.Add(new CohortProgress(25, 100, 20));
        Assert.Equal("0 of 20 cells, at most 15 s left", tally.Describe());

        for (int i = 0; i < 10; i++)
            tally.Add(Cell(i));
        // Ten done, ten at a quarter of their epochs: 12.5 in 5 seconds.
        Assert.Equal("10 of 20 cells, about 3.0 s left", tally.Describe());

        for (int i = 10; i < 20; i++)
            tally.Add(Cell(i));
        Assert.Equal("20 of 20 cells", tally.Describe());
    }

    [Fact]
    public void Describe_AllEpochsDone_NamesNoTime()
    {
        ExperimentTally tally = Make(cells: 20, seconds: 5);

        tally.Add(new CohortProgress(100, 100, 20));

        Assert.Equal("0 of 20 cells, nearly done", tally.Describe());
    }

    [Fact]
    public void Describe_CellsFinishedBefore_AreNotCountedAsWorkOfNow()
    {
        var start = new ExperimentStart([Setting], ["rmse"], "rmse", 100, 20, [.. Enumerable.Range(0, 16).Select(Cell)]);
        var tally = new ExperimentTally(start, () => TimeSpan.FromSeconds(6));

        tally.Add(Cell(16));

        Assert.Equal("17 of 20 cells, about 18 s left", tally.Describe());
    }

    private static ExperimentTally Make(int cells, double seconds) => new(new ExperimentStart([Setting], ["rmse"], "rmse", 100, cells, []), () => TimeSpan.FromSeconds(seconds));

    private static ExperimentCell Cell(int fold) => new(Setting, 1, fold, 80, 20, new Dictionary<string, double> { ["rmse"] = 1 }, null, 1, null);
}
