namespace MLNet.LossExperiments.Reports.Tests.Measures;

/// <summary>The calibration error over many simulated data sets whose true probabilities are known.</summary>
public sealed class CalibrationSimulationTests
{
    private const int Rows = 200;
    private const int Experiments = 100;

    private static readonly EvaluationOptions Options = new() { Bootstrap = new BootstrapPlan(200) };

    // The plug-in error is what the bins of the report show: the root of the weighted mean of their squared gaps.
    private static double PlugIn(BinaryEvaluation evaluation) =>
        Math.Sqrt(evaluation.Calibration.Where(bin => bin.Weight > 0).Sum(bin => bin.Weight * Math.Pow(bin.MeanProbability - bin.ObservedShare, 2)) / Rows);

    private static double TrueError(float[] said, double[] truths)
    {
        var bins = said.Select((probability, row) => (Bin: (int)(probability * 15), Gap: truths[row] - probability)).GroupBy(row => row.Bin);
        return Math.Sqrt(bins.Sum(bin => bin.Count() * Math.Pow(bin.Average(row => row.Gap), 2)) / said.Length);
    }

    private static (double Truth, double PlugIn, MetricEstimate Estimate)[] Simulate(Func<double, double> truthOf) =>
    [
        .. Enumerable.Range(0, Experiments).Select(seed =>
        {
            var random = new Random(seed);
            float[] said = [.. Enumerable.Range(0, Rows).Select(_ => (float)(0.01 + 0.98 * random.NextDouble()))];
            double[] truths = [.. said.Select(probability => truthOf(probability))];
            BinaryEvaluation evaluation = BinaryEvaluation.Of(new BinaryPredictions { Actual = [.. truths.Select(truth => random.NextDouble() < truth)], Scores = said, HasProbabilities = true }, Options);
            return (TrueError(said, truths), PlugIn(evaluation), evaluation.Metric("ece"));
        }),
    ];

    private static void AssertIntervalsHold((double Truth, double PlugIn, MetricEstimate Estimate)[] simulated)
    {
        Assert.All(simulated, one => Assert.InRange(one.Estimate.Value, one.Estimate.Low, one.Estimate.High));
        Assert.InRange(simulated.Count(one => one.Estimate.Low <= one.Truth && one.Truth <= one.Estimate.High), 0.92 * Experiments, Experiments);
    }

    [Fact]
    public void Ece_CalibratedProbabilities_IsAboutZeroAndItsIntervalHoldsZero()
    {
        var simulated = Simulate(probability => probability);
        double plugIn = simulated.Average(one => one.PlugIn), debiased = simulated.Average(one => one.Estimate.Value);
        Assert.InRange(plugIn, 0.08, 0.14);
        Assert.InRange(debiased, 0, 0.3 * plugIn);
        AssertIntervalsHold(simulated);
    }

    [Fact]
    public void Ece_OverconfidentProbabilities_IsAboutTheTruth()
    {
        var simulated = Simulate(probability => 1 / (1 + Math.Pow((1 - probability) / probability, 0.4)));
        double truth = simulated.Average(one => one.Truth);
        Assert.InRange(truth, 0.1, 0.2);
        Assert.Equal(truth, simulated.Average(one => one.Estimate.Value), 0.015);
        Assert.True(simulated.Average(one => one.PlugIn) > truth + 0.02);
        AssertIntervalsHold(simulated);
    }
}
