using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Tests.Statistics;

/// <summary>Tests of paired differences against SciPy and against integrals of the posterior's density (Reference/paired_tests.py).</summary>
public class CorrectedDifferenceTests
{
    private sealed record Case(double[] Differences, double TestShare, double PValue, double HalfWidth, double Margin, double Below, double Within, double Above);

    private static Case[] Cases() => PairedReference.Read<Case[]>("differences");

    [Fact]
    public void PValue_Differences_IsSciPys() => Assert.All(Cases(), c =>
    {
        var difference = CorrectedDifference.Of(c.Differences, c.TestShare);
        Assert.Equal(c.PValue, difference.PValue, 1e-9);
        // That of ten pairs together.
        Assert.Equal(c.HalfWidth, difference.HalfWidth(0.05 / 10), 1e-8);
    });

    [Fact]
    public void Probabilities_Differences_AreIntegralsOfThePosterior() => Assert.All(Cases(), c =>
    {
        (double below, double within, double above) = CorrectedDifference.Of(c.Differences, c.TestShare).Probabilities(c.Margin);
        Assert.Equal(c.Below, below, 1e-8);
        Assert.Equal(c.Within, within, 1e-8);
        Assert.Equal(c.Above, above, 1e-8);
    });

    // The same differences taken for independent would be significant: the correction is what the test is for.
    [Fact]
    public void PValue_OverlappingSplits_IsMoreCareful()
    {
        double[] differences = [.. Enumerable.Range(0, 50).Select(i => 0.35 + Math.Sin(i))];
        Assert.True(CorrectedDifference.Of(differences, 0).PValue < 0.01);
        Assert.True(CorrectedDifference.Of(differences, 0.25).PValue > 0.05);
    }

    [Fact]
    public void Of_OneSplit_SaysNothingOfChance()
    {
        var difference = CorrectedDifference.Of([2], 0.25);
        Assert.Equal(2, difference.Mean);
        Assert.All([difference.PValue, difference.HalfWidth(0.05), difference.Probabilities(1).Within], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Of_NoDifferenceAnywhere_IsCertainlyEqual()
    {
        var difference = CorrectedDifference.Of([0, 0, 0], 0.25);
        Assert.Equal((1, 0), (difference.PValue, difference.HalfWidth(0.05)));
        Assert.Equal((0, 1, 0), difference.Probabilities(0));
    }

    // Two or three test sets on which one more row is right are no proof; twenty-five are.
    [Theory]
    [InlineData(2, 1, 0.39)]
    [InlineData(3, 0.5, 0.16)]
    [InlineData(25, 0.25, 1.5e-9)]
    public void Of_TheSameDifferenceOnAllSplits_IsJudgedAsIfOneMoreHadNone(int splits, double testShare, double expected)
    {
        double pValue = CorrectedDifference.Of([.. Enumerable.Repeat(0.1, splits)], testShare).PValue;
        Assert.InRange(pValue, expected * 0.9, expected * 1.1);
        Assert.Equal(pValue, CorrectedDifference.Of([.. Enumerable.Range(0, splits).Select(i => 0.1 + (i * 1e-17))], testShare).PValue, 1e-12);
    }

    // With one degree of freedom Student's t is Cauchy's, whose quantiles are tangents.
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.05 / 66)]
    [InlineData(0.05 / 4950)]
    public void HalfWidth_TwoSplits_IsATangent(double level)
    {
        var difference = CorrectedDifference.Of([1, 4], 1);
        Assert.Equal(1 / Math.Tan(Math.PI * level / 2), difference.HalfWidth(level) / difference.Error, 1e-6 / level);
    }

    [Fact]
    public void Of_HugeDifferences_DoNotOverflow()
    {
        CorrectedDifference huge = CorrectedDifference.Of([1e200, -2e200, 3e200], 0.25), plain = CorrectedDifference.Of([1, -2, 3], 0.25);
        Assert.Equal(plain.PValue, huge.PValue, 1e-12);
        Assert.Equal(plain.HalfWidth(0.05), huge.HalfWidth(0.05) / 1e200, 1e-9);
        // One split that left all bounds decides nothing.
        Assert.True(CorrectedDifference.Of([0.1, 0.2, 0.1, 0.15, 1e30], 0.25).PValue > 0.3);
    }
}
