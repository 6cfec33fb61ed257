using MLNet.LossExperiments.Curves;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Tests.Curves;

public sealed class LossCurveTests : TorchTest
{
    public static TheoryData<string> Regression => [.. LossCatalog.Regression.Entries.Select(entry => entry.Name)];

    public static TheoryData<string> Binary => [.. LossCatalog.Binary.Entries.Select(entry => entry.Name), "auc:surrogate=squared-hinge"];

    public static TheoryData<string> Multiclass => [.. LossCatalog.Multiclass.Entries.Select(entry => entry.Name), "cross-entropy:class-weights=balanced", "cross-entropy:class-weights=1/2/1/1", "nll:class-weights=1/3"];

    [Theory]
    [InlineData("mse", -2, 4, -4)]
    [InlineData("mse", 1.5, 2.25, 3)]
    [InlineData("mae", -2, 2, -1)]
    [InlineData("huber:delta=1", 0.5, 0.125, 0.5)]
    [InlineData("huber:delta=1", 2, 1.5, 1)]
    [InlineData("huber:delta=1", -3, 2.5, -1)]
    [InlineData("huber:delta=2", 3, 4, 2)]
    [InlineData("quantile:tau=0.9", -2, 1.8, -0.9)]
    [InlineData("quantile:tau=0.9", 2, 0.2, 0.1)]
    [InlineData("mape", 2, 2, 1)]
    [InlineData("poisson", 1, 2 - 0.69314718055994531, 0.5)]
    [InlineData("gamma", 1, 0.69314718055994531 + 0.5, 0.25)]
    [InlineData("gaussian-nll", 2, 2 + 0.91893853320467274, 2)]
    public void Of_Regression_HasTheValueAndSlopeComputedByHand(string loss, double error, double value, double slope) =>
        AssertAt(LossCurve.Of([LossCatalog.Regression.Parse(loss)], new CurveRange(-3, 3)).Single().Series.Single(), error, value, slope);

    [Theory]
    [InlineData("hinge", 0, 0.5, 0.5, -1)]
    [InlineData("hinge", 1, 0.5, 1.5, 1)]
    [InlineData("bce-logits", 0, 0, 0.69314718055994531, -0.5)]
    [InlineData("bce-logits", 1, 0, 0.69314718055994531, 0.5)]
    [InlineData("auc", 0, 0, 0.69314718055994531, -0.5)]
    [InlineData("auc:surrogate=squared-hinge", 0, -1, 4, -4)]
    [InlineData("dice", 0, 0, 1 - (2.0 / 3), -1.0 / 12)]
    public void Of_Binary_HasTheValueAndSlopeComputedByHand(string loss, int series, double score, double value, double slope) =>
        AssertAt(LossCurve.Of([LossCatalog.Binary.Parse(loss)], new CurveRange(-4, 4)).Single().Series[series], score, value, slope);

    [Theory]
    [InlineData("cross-entropy", 0.69314718055994531, -2)]
    [InlineData("ordinal", 0.69314718055994531, -2)]
    [InlineData("gce:q=1", 0.5, -1)]
    [InlineData("brier", 0.375, -1.5)]
    [InlineData("cross-entropy:class-weights=1/2/1/1", 1.3862943611198906, -4)]
    public void Of_Multiclass_HasTheValueAndSlopeAtEvenOddsComputedByHand(string loss, double value, double slope) =>
        AssertAt(LossCurve.Of([LossCatalog.Multiclass.Parse(loss)], null).Single().Series.Single(), 0.5, value, slope);

    [Theory]
    [MemberData(nameof(Regression))]
    public void Of_EachRegressionLoss_IsFiniteAndHasTheSlopeOfItsLine(string loss) => AssertSlopes(LossCatalog.Regression.Parse(loss));

    [Theory]
    [MemberData(nameof(Binary))]
    public void Of_EachBinaryLoss_IsFiniteAndHasTheSlopeOfItsLine(string loss) => AssertSlopes(LossCatalog.Binary.Parse(loss));

    [Theory]
    [MemberData(nameof(Multiclass))]
    public void Of_EachMulticlassLoss_IsFiniteAndHasTheSlopeOfItsLine(string loss) => AssertSlopes(LossCatalog.Multiclass.Parse(loss));

    [Theory]
    [InlineData("mse", "")]
    [InlineData("mape", "at label 1")]
    [InlineData("smape", "at label 1")]
    [InlineData("poisson", "at label 1")]
    [InlineData("gaussian-nll", "at variance 1")]
    [InlineData("laplace-nll", "at scale 1")]
    [InlineData("quantiles", "")]
    public void Condition_Loss_SaysWhatElseMatters(string loss, string condition) => Assert.Equal(condition, LossCurve.Of([LossCatalog.Regression.Parse(loss)], null).Single().Condition);

    [Fact]
    public void Series_OfQuantiles_AreOneForEachLevel()
    {
        LossCurve curve = LossCurve.Of([LossCatalog.Regression.Parse("quantiles:levels=0.1/0.75")], new CurveRange(-1, 1)).Single();
        Assert.Equal(["level 0.1", "level 0.75"], curve.Series.Select(series => series.Case));
        AssertAt(curve.Series[1], -1, 0.75, -0.75);
    }

    [Fact]
    public void Of_SeveralLosses_SpansThreeTimesTheGreatestTurningPoint()
    {
        IReadOnlyList<LossCurve> curves = LossCurve.Of([LossCatalog.Regression.Parse("huber:delta=5"), LossCatalog.Regression.Parse("mse")], null);
        Assert.All(curves, curve => Assert.Equal((-15, 15), (curve.Series[0].X[0], curve.Series[0].X[^1])));
    }

    [Theory]
    [InlineData("poisson", -8, -2)]
    [InlineData("tweedie", -3, -1)]
    public void Of_RangeOutsideOfWhatPredictionsCanBe_SaysWhatTheyCanBe(string loss, double from, double to)
    {
        var error = Assert.Throws<ArgumentException>(() => LossCurve.Of([LossCatalog.Regression.Parse(loss)], new CurveRange(from, to)));
        Assert.Contains("prediction − label lies between", error.Message, StringComparison.Ordinal);
    }

    private static void AssertAt(CurveSeries series, double x, double value, double slope)
    {
        int place = series.X.Index().MinBy(point => Math.Abs(point.Item - x)).Index;
        Assert.Equal(x, series.X[place], 1e-12);
        Assert.Equal(value, series.Losses[place], 1e-12);
        Assert.Equal(slope, series.Gradients[place], 1e-12);
    }

    // Corners are at few points; everywhere else the gradient is the slope that the line is seen to have.
    private static void AssertSlopes(Loss loss)
    {
        foreach (CurveSeries series in LossCurve.Of([loss], null).Single().Series)
        {
            Assert.All(series.Losses.Concat(series.Gradients), value => Assert.True(double.IsFinite(value), $"{value}"));
            int differing = Enumerable.Range(1, series.X.Count - 2).Count(place =>
            {
                double seen = (series.Losses[place + 1] - series.Losses[place - 1]) / (series.X[place + 1] - series.X[place - 1]);
                return Math.Abs(seen - series.Gradients[place]) > 0.02 * (1 + Math.Abs(seen));
            });
            Assert.InRange(differing, 0, 10);
        }
    }
}
