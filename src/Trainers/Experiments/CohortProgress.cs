namespace MLNet.LossExperiments.Experiments;

/// <summary>How far a cohort of cells has come.</summary>
/// <param name="Epoch">The epoch that has ended, from 1.</param>
/// <param name="Epochs">The most epochs that it may take.</param>
/// <param name="Cells">The number of cells in the cohort.</param>
public sealed record CohortProgress(int Epoch, int Epochs, int Cells);
