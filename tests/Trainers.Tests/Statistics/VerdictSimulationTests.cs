using MLNet.LossExperiments.Verdicts;

namespace MLNet.LossExperiments.Tests.Statistics;

/// <summary>A short run of benchmarks/Verdicts. The bounds are 5 %, and its standard error of 600 experiments, 0.9 %, three times.</summary>
public class VerdictSimulationTests
{
    private const int Experiments = 600;
    private const double Most = 0.05 + 0.027;

    [Theory]
    [InlineData(2, 25, (int)SettingNoise.Alike)]
    [InlineData(5, 25, (int)SettingNoise.Alike)]
    [InlineData(5, 5, (int)SettingNoise.Alike)]
    [InlineData(5, 50, (int)SettingNoise.Mixed)]
    [InlineData(10, 25, (int)SettingNoise.Clustered)]
    [InlineData(10, 10, (int)SettingNoise.Mixed)]
    [InlineData(20, 25, (int)SettingNoise.Alike)]
    public void Verdicts_NoSettingIsBetter_AreFalseInAtMostOneOfTwenty(int settings, int splits, int noise)
    {
        double[] equal = new double[settings];
        VerdictRates all = VerdictRates.Of(equal, (SettingNoise)noise, 5, splits, Experiments, 7), baseline = VerdictRates.Of(equal, (SettingNoise)noise, 5, splits, Experiments, 8, 0);
        Assert.InRange(all.FalseVerdict, 0, Most);
        Assert.Equal(1 - all.FalseVerdict, all.BestKept, 1e-12);
        Assert.InRange(baseline.FalseVerdict, 0, Most);
        Assert.InRange(all.IntervalsHeld, 1 - Most, 1);
    }

    [Fact]
    public void Verdicts_SomeSettingsAreWorse_AreFoundAndTheBestIsKept()
    {
        VerdictRates all = VerdictRates.Of([0, 0, 0, 1.6, 2.4], SettingNoise.Alike, 5, 25, Experiments, 9), baseline = VerdictRates.Of([0, 0, 0, 1.6, 2.4], SettingNoise.Alike, 5, 25, Experiments, 9, 0);
        Assert.InRange(all.FalseVerdict, 0, Most);
        Assert.InRange(all.BestKept, 1 - Most, 1);
        Assert.InRange(all.IntervalsHeld, 1 - Most, 1);
        Assert.InRange(all.BestFound, 0.4, 1);
        Assert.InRange(baseline.FalseVerdict, 0, Most);
        Assert.InRange(baseline.BestKept, 1 - Most, 1);
    }
}
