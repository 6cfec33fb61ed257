using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>A 95 % interval, from bootstrap resamples of the rows.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal sealed record MetricInterval(double Low, double High)
{
    /// <summary>Those of the metrics that have one, by name.</summary>
    public static IReadOnlyDictionary<string, MetricInterval> Of(IEnumerable<Metric> metrics) =>
        metrics.Where(metric => double.IsFinite(metric.Low) && double.IsFinite(metric.High)).ToDictionary(metric => metric.Key, metric => new MetricInterval(metric.Low, metric.High));
}
