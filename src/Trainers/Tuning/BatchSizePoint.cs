namespace MLNet.LossExperiments.Tuning;

/// <summary>How fast training is with one batch size.</summary>
/// <param name="BatchSize">The number of rows in a step.</param>
/// <param name="RowsPerSecond">How many rows were trained on in a second, evaluation left out.</param>
public sealed record BatchSizePoint(int BatchSize, double RowsPerSecond);
