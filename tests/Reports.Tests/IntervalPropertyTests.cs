namespace MLNet.LossExperiments.Reports.Tests;

/// <summary>Every figure of a report lies in its interval, on many random data sets, most of them small.</summary>
public sealed class IntervalPropertyTests
{
    private const int Experiments = 150;

    private static readonly EvaluationOptions Options = new() { Bootstrap = new BootstrapPlan(200) };

    private static int RowsOf(Random random) => random.Next(2) == 0 ? random.Next(2, 12) : random.Next(12, 80);

    private static float[]? WeightsOf(Random random, int rows) => random.Next(3) == 0 ? [.. Enumerable.Range(0, rows).Select(_ => (float)(0.1 + random.NextDouble()))] : null;

    private static void AssertHolds(string what, double value, double low, double high)
    {
        if (double.IsNaN(low))
            return;
        Assert.False(double.IsNaN(value), what);
        double slack = 1e-9 * (1 + Math.Abs(value));
        Assert.True(low - slack <= value && value <= high + slack, $"{what} is {value}, but its interval {low} to {high}.");
    }

    private static void AssertHold(int seed, IEnumerable<MetricEstimate> metrics)
    {
        foreach (MetricEstimate metric in metrics)
            AssertHolds($"{metric.Name} of experiment {seed}", metric.Value, metric.Low, metric.High);
    }

    private static void AssertHold(int seed, IEnumerable<CalibrationBin> bins)
    {
        foreach (CalibrationBin bin in bins)
            AssertHolds($"bin {bin.From} of experiment {seed}", bin.ObservedShare, bin.Low, bin.High);
    }

    [Fact]
    public void Binary_EveryFigure_LiesInItsInterval()
    {
        for (int seed = 0; seed < Experiments; seed++)
        {
            var random = new Random(seed);
            int rows = RowsOf(random);
            double skill = 3 * random.NextDouble(), share = 0.1 + 0.8 * random.NextDouble();
            bool[] actual = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < share)];
            float[] scores = [.. actual.Select(isPositive => (float)(1 / (1 + Math.Exp(-3 * (random.NextDouble() - 0.5) - (isPositive ? skill : -skill)))))];
            BinaryEvaluation evaluation = BinaryEvaluation.Of(new BinaryPredictions { Actual = actual, Scores = scores, HasProbabilities = true, Weights = WeightsOf(random, rows) }, Options);
            AssertHold(seed, evaluation.Metrics);
            AssertHold(seed, evaluation.Calibration);
        }
    }

    [Fact]
    public void Multiclass_EveryFigure_LiesInItsInterval()
    {
        for (int seed = 0; seed < Experiments; seed++)
        {
            var random = new Random(seed);
            int rows = RowsOf(random), classes = random.Next(3, 7);
            double skill = 3 * random.NextDouble();
            int[] actual = [.. Enumerable.Range(0, rows).Select(_ => (int)(classes * Math.Pow(random.NextDouble(), 1.5)))];
            float[] scores =
            [
                .. actual.SelectMany(label =>
                {
                    double[] raw = [.. Enumerable.Range(0, classes).Select(i => Math.Exp(2 * random.NextDouble() + (i == label ? skill : 0)))];
                    return raw.Select(one => (float)(one / raw.Sum()));
                }),
            ];
            MulticlassEvaluation evaluation = MulticlassEvaluation.Of(
                new MulticlassPredictions { Classes = [.. Enumerable.Range(0, classes).Select(i => $"c{i}")], Actual = actual, Scores = scores, HasProbabilities = true, Weights = WeightsOf(random, rows) }, Options);
            AssertHold(seed, evaluation.Metrics.Concat(evaluation.PerClass.SelectMany(own => new[] { own.Precision, own.Recall, own.F1 })));
            AssertHold(seed, evaluation.Calibration);
            foreach (TopAccuracy top in evaluation.Top)
                AssertHolds($"top {top.Count} of experiment {seed}", top.Accuracy, top.Low, top.High);
        }
    }

    [Fact]
    public void Regression_EveryFigure_LiesInItsInterval()
    {
        for (int seed = 0; seed < Experiments; seed++)
        {
            var random = new Random(seed);
            int rows = RowsOf(random);
            float[] actual = [.. Enumerable.Range(0, rows).Select(_ => (float)Math.Exp(3 * random.NextDouble()))];
            float[] predicted = [.. actual.Select(label => (float)(label + Math.Pow(4 * random.NextDouble() - 2, 3)))];
            var predictions = new RegressionPredictions
            {
                Actual = actual,
                Predicted = predicted,
                Weights = WeightsOf(random, rows),
                Variances = seed % 2 == 0 ? [.. predicted.Select(_ => (float)(0.2 + random.NextDouble()))] : null,
            };
            RegressionEvaluation evaluation = RegressionEvaluation.Of(predictions, Options);
            AssertHold(seed, evaluation.Metrics);
            foreach (ErrorGroup group in evaluation.ErrorByLabel.Concat(evaluation.ErrorByPrediction))
                AssertHolds($"group {group.From} of experiment {seed}", group.MeanAbsoluteError, group.Low, group.High);
            foreach (IntervalCoverage one in evaluation.Intervals?.Coverage ?? [])
                AssertHolds($"coverage of experiment {seed}", one.Observed, one.Low, one.High);
            foreach (QuantileCalibration one in evaluation.Intervals?.Calibration ?? [])
                AssertHolds($"level {one.Level} of experiment {seed}", one.Observed, one.Low, one.High);
        }
    }
}
