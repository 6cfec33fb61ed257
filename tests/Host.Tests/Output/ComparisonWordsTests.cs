using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Host.Tests.Output;

/// <summary>What is said of comparisons whose cells are made up.</summary>
public class ComparisonWordsTests
{
    private static ExperimentSetting Named(string name) => new(name, 0.01, "");

    // Values about a mean that go up and down by an amount.
    private static IEnumerable<ExperimentCell> Cells(string name, double mean, double spread = 0.2, int splits = 20, string? failure = null, Func<int, bool>? isDefined = null) => Enumerable.Range(0, splits).Select(split => new ExperimentCell(
        Named(name), 1 + (split / 5), split % 5, 400, 100, failure is not null || isDefined?.Invoke(split) == false ? [] : new Dictionary<string, double> { ["rmse"] = mean + (split % 2 == 0 ? spread : -spread) }, null, 1, split == 0 ? failure : null));

    private static string[] Words(IEnumerable<ExperimentCell> cells, string? baseline = null, EquivalenceRegion? region = null) =>
        [.. ComparisonWords.Of(LossComparison.Of([.. cells], [RegressionMetric.RootMeanSquaredError], RegressionMetric.RootMeanSquaredError, 500, baseline is null ? null : Named(baseline), region))];

    [Fact]
    public void Of_EveryVerdict_IsSaidInASentence() => Assert.Equal(
        [
            "mse has the best RMSE, on average over 20 splits of 500 rows. The 95 % intervals hold for all pairs together.",
            "  huber: as good as mse, for practical purposes: worse, but by less than 0.030 with a probability of over 99 % (difference 0.010, p < 0.001)",
            "  mae: cannot be told apart from mse (difference 0.100, 95 % interval −0.231 to 0.431)",
            "  poisson: worse than mse (difference 1.000, 95 % interval 0.835 to 1.165, p < 0.001)",
            "Losses that may be the best (95 % confidence): mse, mae.",
            "Choose among them by what errors cost you.",
            "This takes rows for independent of each other; if some belong together, or are in order of time, say --group-col or --time-col.",
        ],
        Words([.. Cells("mse", 3), .. Cells("huber", 3.01, 0.2005), .. Cells("mae", 3.1, 0.4), .. Cells("poisson", 4, 0.1)]));

    [Fact]
    public void Of_Baseline_SaysBetterAndWorse()
    {
        string[] words = Words([.. Cells("mse", 3), .. Cells("mae", 3.5, 0.1)], "mae");
        Assert.Contains("  mse: better than mae (difference −0.500, 95 % interval ", words[1], StringComparison.Ordinal);
        Assert.Equal("Losses that may be the best (95 % confidence): mse.", words[^2]);
        Assert.Equal("This takes rows for independent of each other; if some belong together, or are in order of time, say --group-col or --time-col.", words[^1]);
        Assert.Contains("The baseline mae has no RMSE on every split, so all pairs are compared instead.", Words([.. Cells("mse", 3), .. Cells("huber", 4), .. Cells("mae", 3.5, failure: "It diverged.")], "mae"));
    }

    // The interval holds for all pairs together and may reach beyond the margin, while the probability is of this pair: side by side they would seem to contradict each other.
    [Fact]
    public void Of_PracticallyEqual_GivesItsProbabilityAlone() =>
        Assert.Equal("  mae: as good as mse, for practical purposes: they differ by less than 0.030 with a probability of 96 % (difference 0.001)", Words([.. Cells("mse", 3), .. Cells("mae", 3.001, 0.223)])[1]);

    [Fact]
    public void Of_TheSameEverywhere_SaysSo() => Assert.Equal("  mae: the same as mse on every split", Words([.. Cells("mse", 3), .. Cells("mae", 3)])[1]);

    [Fact]
    public void Of_BeatenByAnotherThanTheBest_NamesIt()
    {
        string[] words = Words([.. Cells("best", 3, 3), .. Cells("second", 3.3), .. Cells("third", 3.6)]);
        Assert.EndsWith("; but second is better than it", words[2], StringComparison.Ordinal);
        Assert.Equal("Losses that may be the best (95 % confidence): best, second.", words[3]);
    }

    [Fact]
    public void Of_WhatIsLeftOut_IsSaid()
    {
        string[] words = Words([.. Cells("mse", 3, isDefined: split => split != 3), .. Cells("mae", 3.1, isDefined: split => split != 3), .. Cells("gamma", 9, isDefined: split => split is not (3 or 4)), .. Cells("poisson", 9, failure: "It diverged.")]);
        Assert.Equal("poisson failed in 1 of 20 splits. It diverged.", words[0]);
        Assert.Equal("RMSE is not defined on 1 of 20 splits, which are left out.", words[1]);
        Assert.Equal("gamma is not compared: its RMSE is not defined on every split.", words[2]);
        Assert.StartsWith("mse has the best RMSE, on average over 19 splits", words[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneSplit_PromisesNothing()
    {
        string[] words = Words([.. Cells("mse", 3, splits: 1), .. Cells("mae", 4, splits: 1)]);
        Assert.Equal("  mae: difference 1.000; a single split cannot tell chance from difference", words[1]);
        Assert.Equal("Compare on more splits, with --seeds or --folds, to know.", words[2]);
    }
}
