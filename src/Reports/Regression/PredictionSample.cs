namespace MLNet.LossExperiments.Reports;

/// <summary>Labels with their predictions. Residuals are label minus prediction.</summary>
/// <param name="TotalRows">The number of rows that the sample was drawn from.</param>
/// <param name="Seed">The seed of the draw.</param>
/// <param name="Rows">The numbers of the rows in the data, from 0.</param>
/// <param name="Actual">The label of each.</param>
/// <param name="Predicted">The prediction of each.</param>
/// <param name="Lower">The lower end of the widest interval that was predicted of each; empty where there are none.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record PredictionSample(int TotalRows, long Seed, IReadOnlyList<int> Rows, IReadOnlyList<double> Actual, IReadOnlyList<double> Predicted, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);
