namespace MLNet.LossExperiments.Reports;

/// <summary>What predictions owe to each feature: how much worse they get when its values are dealt to other rows at random (Breiman 2001).</summary>
/// <param name="Metric">The name of what gets worse, for people: RMSE, log-loss, error rate. Lower is better.</param>
/// <param name="Baseline">Its value with nothing dealt.</param>
/// <param name="Rows">The number of rows measured on.</param>
/// <param name="Repeats">How often each feature was dealt anew.</param>
/// <param name="Seed">The seed of the dealing, and of the intervals.</param>
/// <param name="Features">The features, the most important first.</param>
public sealed record PermutationImportance(string Metric, double Baseline, int Rows, int Repeats, long Seed, IReadOnlyList<FeatureImportance> Features);
