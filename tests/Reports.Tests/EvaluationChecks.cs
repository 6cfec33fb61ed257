using MLNet.LossExperiments.Reports.Tests.Reference;

namespace MLNet.LossExperiments.Reports.Tests;

/// <summary>What all tasks are held to.</summary>
internal static class EvaluationChecks
{
    private const int ResamplesHere = 20_000;
    private const int ResamplesThere = 4_000;

    /// <summary>Many resamples, so that the ends of intervals are known well enough to be compared.</summary>
    public static EvaluationOptions Thorough { get; } = new() { Bootstrap = new BootstrapPlan(ResamplesHere, 7) };

    /// <summary>Few resamples, where intervals do not matter.</summary>
    public static EvaluationOptions Quick { get; } = new() { Bootstrap = new BootstrapPlan(20) };

    public static MetricEstimate Metric(this TaskEvaluation evaluation, string name) => evaluation.Metrics.Single(metric => metric.Name == name);

    public static void AssertMetrics(Dictionary<string, double> expected, TaskEvaluation evaluation)
    {
        Assert.True(expected.Count > 5);
        foreach ((string name, double value) in expected)
            Assert.True(Math.Abs(value - evaluation.Metric(name).Value) <= 1e-6, $"{name} is {evaluation.Metric(name).Value}, not {value}.");
    }

    /// <summary>
    /// Both intervals are quantiles of finitely many resamples. The 2.5 % quantile of n draws of a normal distribution with deviation s has the standard error √(0.025 · 0.975 / n) / φ(1.96) · s = 2.67 s / √n; of the
    /// difference of both 2.67 s · √(1/20,000 + 1/4,000) = 0.046 s. Four of these are allowed: an interval that is 5 % of its width off is found out.
    /// </summary>
    public static void AssertIntervals(ReferenceCase reference, TaskEvaluation evaluation)
    {
        double errors = 4 * 2.67 * Math.Sqrt(1.0 / ResamplesHere + 1.0 / ResamplesThere);
        foreach ((string name, double low, double high, double deviation) in reference.Intervals())
        {
            MetricEstimate metric = evaluation.Metric(name);
            Assert.True(Math.Abs(metric.Low - low) <= errors * deviation, $"{name}: the interval starts at {metric.Low}, not {low}, deviation {deviation}.");
            Assert.True(Math.Abs(metric.High - high) <= errors * deviation, $"{name}: the interval ends at {metric.High}, not {high}, deviation {deviation}.");
        }
    }

    /// <summary>It can be written and read again, whatever in it is not defined.</summary>
    public static void AssertIsJson(TaskEvaluation evaluation)
    {
        var report = new EvaluationReport
        {
            Title = "",
            Data = new DataSummary { Name = "", Label = "", Rows = 0 },
            Model = new ModelSummary { Architecture = "", Parameters = 0, Loss = new LossSummary("") },
            Evaluations = [evaluation],
        };
        string json = ReportJson.Write(report);
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadEvaluation(json)));
    }

    public static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance = 1e-6)
    {
        double[] wanted = [.. expected], found = [.. actual];
        Assert.Equal(wanted.Length, found.Length);
        for (int i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(wanted[i] - found[i]) <= tolerance, $"Number {i} is {found[i]}, not {wanted[i]}.");
    }
}
