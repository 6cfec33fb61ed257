using System.Text.Json;
using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Tests.Statistics;

/// <summary>Tests of paired differences against SciPy (Reference/paired_tests.py).</summary>
public class PairedTestsTests
{
    private sealed record Case(double[] Differences, double TestShare, double TTestPValue, double HalfWidth, double WilcoxonPValue);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private static Case[] Cases() => JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "paired_tests.json")), Format)!;

    [Fact]
    public void Run_CorrectedTTest_IsSciPys() => Assert.All(Cases(), c =>
    {
        (double pValue, double halfWidth) = CorrectedResampledTTest.Run(c.Differences, c.TestShare);
        Assert.Equal(c.TTestPValue, pValue, 1e-9);
        Assert.Equal(c.HalfWidth, halfWidth, 1e-8);
    });

    [Fact]
    public void PValue_Wilcoxon_IsSciPys() => Assert.All(Cases(), c => Assert.Equal(c.WilcoxonPValue, WilcoxonSignedRankTest.PValue(c.Differences), 1e-9));

    // The same differences taken for independent would be significant: the correction is what the test is for.
    [Fact]
    public void Run_OverlappingSplits_IsMoreCareful()
    {
        double[] differences = [.. Enumerable.Range(0, 50).Select(i => 0.35 + Math.Sin(i))];
        Assert.True(CorrectedResampledTTest.Run(differences, 0).PValue < 0.01);
        Assert.True(CorrectedResampledTTest.Run(differences, 0.25).PValue > 0.05);
    }

    [Fact]
    public void Run_NothingToJudge_SaysSo()
    {
        Assert.Equal(1, CorrectedResampledTTest.Run([0, 0, 0], 0.25).PValue);
        Assert.Equal(0, CorrectedResampledTTest.Run([2, 2, 2], 0.25).PValue);
        Assert.Equal(double.NaN, CorrectedResampledTTest.Run([2], 0.25).PValue);
        Assert.Equal(1, WilcoxonSignedRankTest.PValue([0, 0]));
        Assert.Equal(double.NaN, WilcoxonSignedRankTest.PValue([]));
    }

    // By hand, as in Holm's paper: 0.01 · 4, 0.02 · 3, 0.03 · 2 but not less than before it, 0.04 · 1 likewise.
    [Fact]
    public void Apply_Holm_CorrectsInOrder()
    {
        Assert.Equal([0.04, 0.06, 0.06, 0.06], HolmCorrection.Apply([0.01, 0.02, 0.03, 0.04]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.9, 0.15, double.NaN], HolmCorrection.Apply([0.9, 0.075, double.NaN]), (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-12);
    }
}
