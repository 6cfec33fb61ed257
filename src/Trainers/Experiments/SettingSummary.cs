namespace MLNet.LossExperiments.Experiments;

/// <summary>How a setting did.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Metrics">Each metric by name; those that are not defined in every cell are absent, and all where a cell failed.</param>
/// <param name="FailedCells">The number of cells that could not be trained.</param>
/// <param name="Failure">Why, of the first of them; null where none failed.</param>
/// <param name="MeanBestEpoch">The mean of the epochs whose weights were measured.</param>
/// <param name="Seconds">The time that its cells took, as their share of the cohorts that they were trained in.</param>
public sealed record SettingSummary(ExperimentSetting Setting, IReadOnlyDictionary<string, MetricSummary> Metrics, int FailedCells, string? Failure, double MeanBestEpoch, double Seconds)
{
    /// <summary>Why metrics are absent, by name, each the rest of a sentence; empty where a cell failed.</summary>
    public IReadOnlyDictionary<string, string> MissingMetrics { get; init; } = new Dictionary<string, string>();
}
