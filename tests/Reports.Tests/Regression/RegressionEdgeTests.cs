namespace MLNet.LossExperiments.Reports.Tests.Regression;

/// <summary>What is not defined is null, with the reason; never a made-up number, never an exception.</summary>
public sealed class RegressionEdgeTests
{
    private static RegressionEvaluation Evaluate(float[] actual, float[] predicted, float[]? weights = null) =>
        RegressionEvaluation.Of(new RegressionPredictions { Actual = actual, Predicted = predicted, Weights = weights }, EvaluationChecks.Quick);

    [Fact]
    public void Of_NoRows_DefinesNothingAndSaysWhy()
    {
        RegressionEvaluation evaluation = Evaluate([], []);
        Assert.All(evaluation.Metrics, metric => Assert.True(double.IsNaN(metric.Value) && metric.WhyUndefined is not null));
        Assert.Empty(evaluation.ErrorByLabel);
        Assert.Empty(evaluation.ResidualHistogram.Counts);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_OneRow_HasErrorsButNoRSquared()
    {
        RegressionEvaluation evaluation = Evaluate([3], [5]);
        Assert.Equal(2, evaluation.Metric("rmse").Value);
        Assert.Equal(-2, evaluation.Metric("bias").Value);
        Assert.True(double.IsNaN(evaluation.Metric("r2").Value));
        Assert.NotNull(evaluation.Metric("r2").WhyUndefined);
        Assert.Null(evaluation.Metric("rmse").WhyUndefined);
        Assert.True(double.IsNaN(evaluation.Residuals.StandardDeviation));
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_TwoRows_AreEvaluated()
    {
        RegressionEvaluation evaluation = Evaluate([1, 2], [1, 4]);
        Assert.Equal(-7, evaluation.Metric("r2").Value, 1e-9);
        Assert.Equal(2, evaluation.ErrorByLabel.Count);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_EqualLabels_HasNoRSquared() => Assert.True(double.IsNaN(Evaluate([0.1f, 0.1f, 0.1f], [0.1f, 0.2f, 0.3f]).Metric("r2").Value));

    [Fact]
    public void Of_ConstantPredictions_AreEvaluated()
    {
        RegressionEvaluation evaluation = Evaluate([1, 2, 3, 4], [2.5f, 2.5f, 2.5f, 2.5f]);
        Assert.Equal(0, evaluation.Metric("r2").Value, 1e-12);
        Assert.Single(evaluation.ErrorByPrediction);
    }

    [Fact]
    public void Of_PerfectPredictions_HaveNoError()
    {
        RegressionEvaluation evaluation = Evaluate([1, 2, 3], [1, 2, 3]);
        Assert.Equal((0, 1), (evaluation.Metric("rmse").Value, evaluation.Metric("r2").Value));
        Assert.Equal([3], evaluation.ResidualHistogram.Counts);
    }

    [Fact]
    public void Of_LabelsOfZero_HaveNoPercentageError()
    {
        Assert.True(double.IsNaN(Evaluate([0, 0], [1, 2]).Metric("mape").Value));
        Assert.Equal(0.5, Evaluate([0, 2], [1, 3]).Metric("mape").Value);
    }

    [Fact]
    public void Of_PredictionsThatAreNoNumbers_AreLeftOutAndCounted()
    {
        RegressionEvaluation evaluation = Evaluate([1, 2, float.NaN, 4], [2, float.NaN, 3, 4]);
        Assert.Equal((2, 2), (evaluation.Rows.Count, evaluation.Rows.LeftOut));
        Assert.NotNull(evaluation.Rows.WhyLeftOut);
        Assert.Equal(0.5, evaluation.Metric("mae").Value);
        Assert.Equal([0, 3], evaluation.Predictions.Rows);
    }

    [Fact]
    public void Of_WholeWeights_AreRowsRepeated()
    {
        RegressionEvaluation weighted = Evaluate([1, 2, 5, 7], [2, 2, 4, 10], [1, 2, 3, 0]), repeated = Evaluate([1, 2, 2, 5, 5, 5], [2, 2, 2, 4, 4, 4]);
        EvaluationChecks.AssertClose(repeated.Metrics.Select(metric => metric.Value), weighted.Metrics.Select(metric => metric.Value), 1e-12);
        Assert.Equal((6, 3, 1), (weighted.Rows.TotalWeight, weighted.Rows.Count, weighted.Rows.LeftOut));
        Assert.Contains("weight is 0", weighted.Rows.WhyLeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WeightsOfZeroAlone_DefineNothing() => Assert.All(Evaluate([1, 2], [2, 2], [0, 0]).Metrics, metric => Assert.True(double.IsNaN(metric.Value)));

    [Fact]
    public void Of_OutlierFarAway_LeavesTheBinsToTheOthers()
    {
        float[] actual = [.. Enumerable.Range(0, 1000).Select(i => i % 10 / 10f), 1e6f];
        Histogram histogram = Evaluate(actual, new float[1001]).ResidualHistogram;
        Assert.Equal(1, histogram.Above);
        Assert.True(histogram.Edges[^1] < 10);
        Assert.True(histogram.Counts.Count(count => count > 0) >= 5);
    }

    [Fact]
    public void Of_VarianceOfZero_HasNoLikelihood()
    {
        RegressionEvaluation evaluation = RegressionEvaluation.Of(new RegressionPredictions { Actual = [1, 2], Predicted = [1, 3], Variances = [0, 1] }, EvaluationChecks.Quick);
        Assert.True(double.IsNaN(evaluation.Metric("gaussian-nll").Value));
        Assert.Equal(2, evaluation.Rows.Count);
    }

    [Fact]
    public void Of_OneQuantile_HasNoInterval()
    {
        IntervalEvaluation intervals = RegressionEvaluation.Of(new RegressionPredictions { Actual = [1, 2], Predicted = [1, 3], QuantileLevels = [0.9], Quantiles = [1, 3] }, EvaluationChecks.Quick).Intervals!;
        Assert.Empty(intervals.Coverage);
        Assert.Null(intervals.Widths);
        Assert.Equal(1, Assert.Single(intervals.Calibration).Observed);
    }

    [Fact]
    public void Of_LengthsThatDoNotFit_AreRefused()
    {
        Assert.Contains("3 labels", Assert.Throws<ArgumentException>(() => Evaluate([1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Evaluate([1, 2], [1, 2], [1]));
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => Evaluate([1, 2], [1, 2], [1, -1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RegressionEvaluation.Of(new RegressionPredictions { Actual = [1], Predicted = [1], QuantileLevels = [0.9, 0.1], Quantiles = [1, 2] }));
    }

    [Fact]
    public void Of_OptionsOutOfRange_AreAllNamed()
    {
        var options = new EvaluationOptions { SampledRows = 0, FalsePositiveCost = double.NaN, Bootstrap = new BootstrapPlan(0) };
        string message = Assert.Throws<ArgumentException>(() => RegressionEvaluation.Of(new RegressionPredictions { Actual = [1], Predicted = [1] }, options)).Message;
        Assert.Contains("SampledRows is 0", message, StringComparison.Ordinal);
        Assert.Contains("FalsePositiveCost is NaN", message, StringComparison.Ordinal);
        Assert.Contains("Resamples is 0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyRows_KeepsASampleAndSaysSo()
    {
        float[] actual = [.. Enumerable.Range(0, 5000).Select(i => (float)i)];
        PredictionSample sample = Evaluate(actual, actual).Predictions;
        Assert.Equal((5000, 2000), (sample.TotalRows, sample.Rows.Count));
        Assert.Equal(sample.Rows.Select(row => (double)row), sample.Actual);
        Assert.InRange(sample.Actual.Average(), 2300, 2700);
    }

    [Fact]
    public void Predictions_Numbers_AreAsPeopleWroteThem() => Assert.Equal([5.6, 0.1], Evaluate([5.6f, 0.1f], [1, 2]).Predictions.Actual);

    [Fact]
    public void Of_Describe_ShowsTheRowsThatArePredictedWorst()
    {
        var predictions = new RegressionPredictions { Actual = [1, 2, 30], Predicted = [1, 3, 2], RowNumbers = [10, 20, 30], Columns = ["x"], Describe = place => [$"<{place}>"] };
        WorstPredictions worst = RegressionEvaluation.Of(predictions, EvaluationChecks.Quick with { WorstRows = 2 }).Worst;
        Assert.Equal([30, 20], worst.Rows.Select(row => row.Row));
        Assert.Equal(["<2>"], worst.Rows[0].Values);
        Assert.Equal(("30", "2", 28), (worst.Rows[0].Actual, worst.Rows[0].Predicted, worst.Rows[0].Badness));
    }
}
