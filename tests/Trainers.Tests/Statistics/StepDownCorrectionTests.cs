using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Tests.Statistics;

public class StepDownCorrectionTests
{
    private sealed record Case(int Things, double[] PValues, double[] Corrected);

    // By hand, as in Holm's paper: 0.01 · 4, 0.02 · 3, 0.03 · 2 but not less than before it, 0.04 · 1 likewise.
    [Fact]
    public void Holm_PValues_AreCorrectedInOrder()
    {
        AssertClose([0.04, 0.06, 0.06, 0.06], StepDownCorrection.Holm([0.01, 0.02, 0.03, 0.04]));
        AssertClose([0.9, 0.15], StepDownCorrection.Holm([0.9, 0.075]));
        Assert.All(StepDownCorrection.Holm([double.NaN, double.NaN]), value => Assert.True(double.IsNaN(value)));
        Assert.Empty(StepDownCorrection.Holm([]));
    }

    // By hand: when one of three pairs differs, only one of the others can be without a difference.
    [Fact]
    public void AllPairs_Three_AreMultipliedByThreeThenByOne() => AssertClose([0.03, 0.03, 0.04], StepDownCorrection.AllPairs([0.01, 0.02, 0.04], 3));

    [Fact]
    public void AllPairs_PValues_AreThoseOfEveryPartition() =>
        Assert.All(PairedReference.Read<Case[]>("pairs"), c => AssertClose(c.Corrected, StepDownCorrection.AllPairs(c.PValues, c.Things)));

    [Fact]
    public void AllPairs_SixtyThings_BeginWithAllPairs()
    {
        double[] corrected = StepDownCorrection.AllPairs([.. Enumerable.Range(1, 60 * 59 / 2).Select(i => i * 1e-6)], 60);
        Assert.Equal(1e-6 * 1770, corrected[0], 1e-12);
        // One of sixty apart leaves the pairs of fifty-nine.
        Assert.Equal(2e-6 * 1711, corrected[1], 1e-12);
    }

    [Fact]
    public void AllPairs_OneThing_HasNone() => Assert.Empty(StepDownCorrection.AllPairs([], 1));

    private static void AssertClose(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
