using MLNet.LossExperiments.Reports.Tests.Reference;

namespace MLNet.LossExperiments.Reports.Tests.Regression;

/// <summary>Every figure of a regression is what scikit-learn, SciPy and NumPy make of the same predictions.</summary>
public sealed class RegressionReferenceTests
{
    private static readonly ReferenceCase Case = ReferenceCase.Of("regression");

    private static RegressionPredictions Predictions { get; } = new() { Actual = Case.Singles("actual"), Predicted = Case.Singles("predicted") };

    private static RegressionPredictions WithQuantiles { get; } = Predictions with { QuantileLevels = Case.Numbers("levels"), Quantiles = Case.Singles("quantiles") };

    [Fact]
    public void Metrics_PlainRows_AreThoseOfScikitLearn() =>
        EvaluationChecks.AssertMetrics(Case.Metrics("metrics"), RegressionEvaluation.Of(Predictions, EvaluationChecks.Quick));

    [Fact]
    public void Metrics_WeightedRows_AreThoseOfScikitLearn() =>
        EvaluationChecks.AssertMetrics(Case.Metrics("weightedMetrics"), RegressionEvaluation.Of(Predictions with { Weights = Case.Singles("weights") }, EvaluationChecks.Quick));

    [Fact]
    public void Intervals_ManyResamples_AreThoseOfAnotherBootstrap() =>
        EvaluationChecks.AssertIntervals(Case, RegressionEvaluation.Of(Predictions, EvaluationChecks.Thorough));

    [Fact]
    public void Intervals_Quantiles_CoverAsNumPyCounts()
    {
        RegressionEvaluation evaluation = RegressionEvaluation.Of(WithQuantiles, EvaluationChecks.Quick);
        IntervalEvaluation intervals = evaluation.Intervals!;
        IntervalCoverage widest = intervals.Coverage[^1];
        Assert.Equal("quantiles", intervals.Source);
        Assert.Equal(2, intervals.Coverage.Count);
        EvaluationChecks.AssertClose([0.05, 0.95, 0.9], [widest.LowerLevel, widest.UpperLevel, widest.Nominal]);
        EvaluationChecks.AssertClose([Case.Number("coverage"), .. Case.Numbers("coverageInterval")], [widest.Observed, widest.Low, widest.High]);
        EvaluationChecks.AssertClose([Case.Number("meanWidth"), Case.Number("medianWidth")], [widest.MeanWidth, widest.MedianWidth]);
        EvaluationChecks.AssertClose(Case.Numbers("observed"), intervals.Calibration.Select(quantile => quantile.Observed));
        EvaluationChecks.AssertClose(Case.Numbers("pinball"), intervals.Calibration.Select(quantile => quantile.PinballLoss));
        EvaluationChecks.AssertClose([Case.Numbers("pinball").Average()], [evaluation.Metric("pinball").Value]);
        Assert.Equal(200, intervals.Widths!.Counts.Sum() + intervals.Widths.Below + intervals.Widths.Above);
    }

    [Fact]
    public void Intervals_WeightedQuantiles_CoverAsNumPyCounts()
    {
        IntervalEvaluation intervals = RegressionEvaluation.Of(WithQuantiles with { Weights = Case.Singles("weights") }, EvaluationChecks.Quick).Intervals!;
        EvaluationChecks.AssertClose([Case.Number("weightedCoverage")], [intervals.Coverage[^1].Observed]);
        EvaluationChecks.AssertClose(Case.Numbers("weightedPinball"), intervals.Calibration.Select(quantile => quantile.PinballLoss));
    }

    [Fact]
    public void Intervals_Variances_AreThoseOfNormalDistributions()
    {
        RegressionEvaluation evaluation = RegressionEvaluation.Of(Predictions with { Variances = Case.Singles("variances") }, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose([Case.Number("gaussianNll")], [evaluation.Metric("gaussian-nll").Value]);
        IntervalCoverage nine = evaluation.Intervals!.Coverage.Single(interval => Math.Abs(interval.Nominal - 0.9) < 1e-9);
        EvaluationChecks.AssertClose([Case.Number("varianceCoverage")], [nine.Observed]);
    }

    [Fact]
    public void NormalPlot_Residuals_IsThatOfSciPy()
    {
        NormalPlot plot = RegressionEvaluation.Of(Predictions, EvaluationChecks.Quick).NormalPlot;
        EvaluationChecks.AssertClose(Case.Numbers("normalExpected"), plot.Expected);
        EvaluationChecks.AssertClose(Case.Numbers("sortedResiduals"), plot.Residuals);
        EvaluationChecks.AssertClose([Case.Number("residualDeviation"), Case.Metrics("metrics")["bias"]], [plot.Slope, plot.Intercept]);
    }

    [Fact]
    public void Residuals_Summary_IsThatOfNumPy()
    {
        RegressionEvaluation evaluation = RegressionEvaluation.Of(Predictions, EvaluationChecks.Quick);
        NumberSummary residuals = evaluation.Residuals;
        EvaluationChecks.AssertClose(Case.Numbers("residualQuartiles"), [residuals.Minimum, residuals.LowerQuartile, residuals.Median, residuals.UpperQuartile, residuals.Maximum]);
        Histogram histogram = evaluation.ResidualHistogram;
        Assert.Equal(200, histogram.Counts.Sum() + histogram.Below + histogram.Above);
    }

    [Fact]
    public void ErrorByPrediction_Tenths_AreThoseOfNumPy()
    {
        IReadOnlyList<ErrorGroup> groups = RegressionEvaluation.Of(Predictions, EvaluationChecks.Quick).ErrorByPrediction;
        double[][] expected = Case.Table("byPrediction");
        Assert.Equal(expected.Length, groups.Count);
        foreach ((double[] wanted, ErrorGroup group) in expected.Zip(groups))
            EvaluationChecks.AssertClose(wanted, [group.From, group.To, group.Rows, group.MeanActual, group.MeanPredicted, group.MeanAbsoluteError, group.Low, group.High, group.RootMeanSquaredError]);
    }

    [Fact]
    public void ErrorByLabel_TiedLabels_StayInOneGroup()
    {
        IReadOnlyList<ErrorGroup> groups = RegressionEvaluation.Of(Predictions, EvaluationChecks.Quick).ErrorByLabel;
        Assert.Equal(200, groups.Sum(group => group.Rows));
        for (int i = 1; i < groups.Count; i++)
            Assert.True(groups[i].From > groups[i - 1].To);
    }
}
