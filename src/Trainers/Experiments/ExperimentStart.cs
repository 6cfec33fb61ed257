namespace MLNet.LossExperiments.Experiments;

/// <summary>What an experiment is about to do.</summary>
/// <param name="Settings">What is compared.</param>
/// <param name="Metrics">The metrics that are measured, by name.</param>
/// <param name="Criterion">The name of the metric that decides.</param>
/// <param name="Rows">The number of rows of the data.</param>
/// <param name="Cells">The number of cells in all.</param>
/// <param name="Finished">The cells that were finished before.</param>
public sealed record ExperimentStart(IReadOnlyList<ExperimentSetting> Settings, IReadOnlyList<string> Metrics, string Criterion, int Rows, int Cells, IReadOnlyList<ExperimentCell> Finished);
