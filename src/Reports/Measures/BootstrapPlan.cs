namespace MLNet.LossExperiments.Reports;

/// <summary>How intervals are found: rows are drawn anew with replacement, many times over, and the interval holds the middle of the values so found (Efron's percentile interval).</summary>
/// <param name="Resamples">How often rows are drawn anew.</param>
/// <param name="Seed">The seed of the draws: the same seed gives the same intervals.</param>
/// <param name="Confidence">The share of the values that the interval holds.</param>
public sealed record BootstrapPlan(int Resamples = 1000, long Seed = 1, double Confidence = 0.95);
