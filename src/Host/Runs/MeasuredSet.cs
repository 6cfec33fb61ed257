using MLNet.LossExperiments.Host.Learning;

namespace MLNet.LossExperiments.Host.Runs;

/// <summary>How good the predictions for a set are.</summary>
/// <param name="Name">The set: validation or test.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Metrics">The metrics.</param>
internal sealed record MeasuredSet(string Name, int Rows, IReadOnlyList<Metric> Metrics);
