using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Tests.Experiments;

/// <summary>Verdicts from cells, without training any.</summary>
public class ComparedPairsTests
{
    private static readonly double[] Noise = [.. Enumerable.Range(0, 25).Select(split => Math.Sin(split * 2.4))];

    private static ExperimentSetting Named(string name) => new(name, 0.01, "");

    private static IEnumerable<ExperimentCell> Cells(string name, IEnumerable<double?> values, string metric = "rmse", Func<int, (int Training, int Test)>? rows = null) =>
        values.Select((value, split) => new ExperimentCell(
            Named(name), 1 + (split / 5), split % 5, rows?.Invoke(split).Training ?? 400, rows?.Invoke(split).Test ?? 100, value is { } given ? new Dictionary<string, double> { [metric] = given } : [], null, 1, null));

    private static IEnumerable<ExperimentCell> Around(string name, double mean, double noise = 0.1, double phase = 0) => Cells(name, Enumerable.Range(0, 25).Select(split => (double?)(mean + (noise * Math.Sin((split * (1.3 + phase)) + phase)))));

    private static ComparedMetric Compare(IEnumerable<ExperimentCell> cells, string? baseline = null, EquivalenceRegion? equivalence = null, Metric? criterion = null)
    {
        criterion ??= RegressionMetric.RootMeanSquaredError;
        return LossComparison.Of([.. cells], [criterion], criterion, 500, baseline is null ? null : Named(baseline), equivalence).Metrics[0];
    }

    private static PairedComparison The(ComparedMetric metric, string name) => metric.Others.Single(other => other.Other == Named(name));

    private static string[] Names(IEnumerable<ExperimentSetting> settings) => [.. settings.Select(setting => setting.Loss)];

    [Fact]
    public void Judge_OneFarOffAndOneNear_SaysWorseAndCannotTell()
    {
        ComparedMetric compared = Compare([.. Around("far", 4), .. Around("best", 3), .. Around("near", 3.04, 0.4, 0.3)]);
        Assert.Equal((25, 0.25, "best", "best"), (compared.Splits, compared.TestShare, compared.Best!.Loss, compared.Reference!.Loss));
        Assert.Equal(0.03, compared.EquivalenceMargin, 0.001);
        Assert.Equal((ComparisonVerdict.Worse, ComparisonVerdict.CannotTell), (The(compared, "far").Verdict, The(compared, "near").Verdict));
        Assert.Equal(["best", "near"], Names(compared.MayBeBest));
        Assert.Equal(["best", "near"], Names(The(compared, "far").BeatenBy));
        Assert.True(The(compared, "far").ProbabilityWorse > 0.999);
        Assert.True(The(compared, "far").Low > 0);
    }

    // Whatever the numbers are, what is said of them never contradicts itself.
    [Fact]
    public void Judge_AnySettings_NeverContradictsItself()
    {
        var random = new Random(11);
        for (int trial = 0; trial < 300; trial++)
        {
            int settings = 2 + (trial % 9), splits = trial % 3 == 0 ? 5 : 25;
            double[] shared = [.. Enumerable.Range(0, splits).Select(_ => random.NextDouble())];
            ExperimentCell[] cells = [.. Enumerable.Range(0, settings).SelectMany(i =>
            {
                double level = 2 + (random.NextDouble() * 1.2), own = random.NextDouble();
                return Cells($"loss{i}", [.. shared.Select(value => (double?)(value + level + (own * random.NextDouble())))]);
            })];
            ComparedMetric compared = Compare(cells, trial % 4 == 0 ? "loss1" : null, trial % 2 == 0 ? EquivalenceRegion.Relative(0) : null, trial % 5 == 0 ? Renamed(RegressionMetric.RSquared) : null);
            Assert.Contains(compared.Best!, compared.MayBeBest);
            Assert.All(compared.Others, other =>
            {
                bool isFound = other.CorrectedPValue < 0.05;
                Assert.Equal(isFound, other.Low >= 0 || other.High <= 0);
                Assert.InRange(other.MeanDifference, other.Low, other.High);
                Assert.Equal(1, other.ProbabilityBetter + other.ProbabilityEqual + other.ProbabilityWorse, 1e-9);
                Assert.True(other.CorrectedPValue >= other.PValue);
                Assert.Equal(other.BeatenBy.Count == 0, compared.MayBeBest.Contains(other.Other));
                if (other.Verdict == ComparisonVerdict.Worse)
                    Assert.Contains(compared.Reference!, other.BeatenBy);
                if (other.Verdict is ComparisonVerdict.Better or ComparisonVerdict.Worse)
                    Assert.Equal(other.Verdict == ComparisonVerdict.Better, other.MeanDifference > 0 == compared.IsHigherBetter);
                if (other.Verdict == ComparisonVerdict.CannotTell)
                    Assert.DoesNotContain(compared.Reference!, other.BeatenBy);
                Assert.Equal(other.ProbabilityEqual >= 0.95, other.Verdict == ComparisonVerdict.PracticallyEqual);
            });
        }

        static Metric Renamed(Metric metric) => new("rmse", metric.Title, metric.IsHigherBetter, (_, _, _) => 0) { Equivalence = metric.Equivalence };
    }

    [Fact]
    public void Judge_TheSameOnEverySplit_IsAsGoodEvenWithoutARegion()
    {
        ComparedMetric compared = Compare([.. Around("a", 3), .. Around("b", 3), .. Around("c", 9)], equivalence: EquivalenceRegion.Absolute(0));
        PairedComparison other = The(compared, "b");
        Assert.Equal((0, 0, 0, 1, ComparisonVerdict.PracticallyEqual), (other.MeanDifference, other.Low, other.High, other.ProbabilityEqual, other.Verdict));
        Assert.Equal(["a", "b"], Names(compared.MayBeBest));
        // Nor are they told apart by the last bits.
        Assert.Equal(0, The(Compare([.. Cells("a", [0.1 + 0.2, 0.3]), .. Cells("b", [0.3, 0.1 + 0.2])]), "b").MeanDifference);
    }

    // Real, but too little to matter: what counts for the choice comes first, and the p-value stays visible.
    [Fact]
    public void Judge_ASmallRealDifference_IsPracticallyEqualButNotAmongTheBest()
    {
        ComparedMetric compared = Compare([.. Around("a", 3), .. Around("b", 3.01)]);
        PairedComparison other = The(compared, "b");
        Assert.Equal(ComparisonVerdict.PracticallyEqual, other.Verdict);
        Assert.True(other.CorrectedPValue < 0.001);
        Assert.Equal(["a"], Names(compared.MayBeBest));
        Assert.Equal(ComparisonVerdict.Worse, The(Compare([.. Around("a", 3), .. Around("b", 3.01)], equivalence: EquivalenceRegion.Relative(0.001)), "b").Verdict);
    }

    // The best varies much, so that it is not told apart from the third; the second is, by its side.
    [Fact]
    public void Judge_BeatenByAnotherThanTheBest_IsNotAmongTheBest()
    {
        ComparedMetric compared = Compare([.. Around("best", 3, 2, 0.5), .. Around("second", 3.3), .. Around("third", 3.6)]);
        Assert.Equal("best", compared.Best!.Loss);
        Assert.Equal(ComparisonVerdict.CannotTell, The(compared, "third").Verdict);
        Assert.Equal(["second"], Names(The(compared, "third").BeatenBy));
        Assert.Equal(["best", "second"], Names(compared.MayBeBest));
    }

    [Fact]
    public void Judge_Baseline_IsComparedWithAlone()
    {
        ExperimentCell[] cells = [.. Around("base", 3.2), .. Around("better", 3, 0.1, 0.2), .. Around("other", 3.15, 0.3, 0.4), .. Around("worse", 4, 0.1, 0.1)];
        ComparedMetric all = Compare(cells), withBaseline = Compare(cells, "base");
        Assert.Equal(("better", "base"), (withBaseline.Best!.Loss, withBaseline.Reference!.Loss));
        Assert.Equal((ComparisonVerdict.Better, ComparisonVerdict.CannotTell, ComparisonVerdict.Worse), (The(withBaseline, "better").Verdict, The(withBaseline, "other").Verdict, The(withBaseline, "worse").Verdict));
        Assert.Equal(["better", "other"], Names(withBaseline.MayBeBest));
        // Three questions instead of six: the p-value of the same pair grows less.
        Assert.True(The(withBaseline, "better").CorrectedPValue < The(all, "base").CorrectedPValue);
        Assert.Equal(The(withBaseline, "better").PValue, The(all, "base").PValue, 1e-12);
    }

    [Fact]
    public void Judge_BaselineWithoutTheMetric_ComparesAllPairs()
    {
        ComparedMetric compared = Compare([.. Around("a", 3), .. Around("b", 4), .. Cells("base", Enumerable.Repeat<double?>(null, 25))], "base");
        Assert.Equal("a", compared.Reference!.Loss);
        Assert.Single(compared.Others);
    }

    [Fact]
    public void Judge_SplitOnWhichNobodyHasTheMetric_IsLeftOut()
    {
        double?[] first = [.. Noise.Select(value => (double?)(3 + value))], second = [.. first.Select(value => value + 0.5)], third = [.. first];
        first[3] = second[3] = third[3] = null;
        third[4] = null;
        // The split that is left out is as large as ten others.
        ComparedMetric compared = Compare([.. Cells("a", first, rows: Rows), .. Cells("b", second, rows: Rows), .. Cells("c", third, rows: Rows)]);
        Assert.Equal((24, 0.25), (compared.Splits, compared.TestShare));
        Assert.Equal(["b"], Names(compared.Others.Select(other => other.Other)));

        static (int, int) Rows(int split) => split == 3 ? (100, 1000) : (400, 100);
    }

    // Rolling origins train on ever more rows: the first split alone would say 1.
    [Fact]
    public void Judge_SplitsOfDifferentSize_AreCorrectedByTheirMeanShare()
    {
        double?[] values = [.. Noise.Take(4).Select(value => (double?)(3 + value))];
        Assert.Equal((1 + 0.5 + (1 / 3.0) + 0.25) / 4, Compare([.. Cells("a", values, rows: split => (100 * (split + 1), 100)), .. Cells("b", values, rows: split => (100 * (split + 1), 100))]).TestShare, 1e-12);
    }

    [Fact]
    public void Judge_OneSplit_SaysNothing()
    {
        ComparedMetric compared = Compare([.. Cells("a", [3]), .. Cells("b", [4])]);
        Assert.Equal((ComparisonVerdict.Unknown, true), (The(compared, "b").Verdict, double.IsNaN(The(compared, "b").Low)));
        Assert.Equal(["a", "b"], Names(compared.MayBeBest));
    }

    [Fact]
    public void Judge_NobodyHasTheMetric_HasNoBest()
    {
        ComparedMetric compared = Compare([.. Cells("a", [null, null]), .. Cells("b", [null, null])]);
        Assert.Equal((0, null, null), (compared.Splits, compared.Best, compared.Reference));
        Assert.Empty(compared.MayBeBest);
    }

    [Fact]
    public void Judge_FortySettings_AreAllCompared()
    {
        ComparedMetric compared = Compare(Enumerable.Range(0, 40).SelectMany(i => Around($"loss{i}", 3 + (i * 0.05), 0.1, i * 0.01)));
        Assert.Equal(39, compared.Others.Count);
        Assert.Equal(ComparisonVerdict.Worse, The(compared, "loss39").Verdict);
        Assert.DoesNotContain(Named("loss39"), compared.MayBeBest);
    }

    // 1 % of the mean for errors, 0.01 where 1 is perfect, and what the user says: a share for all, an amount for the criterion alone.
    [Fact]
    public void Judge_Equivalence_IsThatOfTheMetricOrTheUsers()
    {
        ExperimentCell[] cells =
        [
            .. from name in new[] { "a", "b" }
               from split in Enumerable.Range(0, 5)
               select new ExperimentCell(Named(name), 1, split, 400, 100, new Dictionary<string, double> { ["rmse"] = 20, ["r2"] = 0.5, ["mae"] = 10 }, null, 1, null),
        ];
        double[] Margins(EquivalenceRegion? region) => [.. LossComparison.Of(cells, [RegressionMetric.RootMeanSquaredError, RegressionMetric.RSquared, RegressionMetric.MeanAbsoluteError], RegressionMetric.RootMeanSquaredError, 500, null, region).Metrics.Select(metric => Math.Round(metric.EquivalenceMargin, 9))];
        Assert.Equal([0.2, 0.01, 0.1], Margins(null));
        Assert.Equal([1, 0.025, 0.5], Margins(EquivalenceRegion.Relative(0.05)));
        Assert.Equal([3, 0.01, 0.1], Margins(EquivalenceRegion.Absolute(3)));
        Assert.Equal(("5%", "0.1%", "3"), (EquivalenceRegion.Relative(0.05).ToString(), EquivalenceRegion.Relative(0.001).ToString(), EquivalenceRegion.Absolute(3).ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceRegion.Relative(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivalenceRegion.Absolute(double.NaN));
    }
}
