using Microsoft.ML;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments;

/// <summary>What an experiment found out.</summary>
/// <param name="Comparison">The record of every cell, and what follows from them.</param>
/// <param name="Model">The best, with the preparation of the rows, fitted to all of them; null where that was not wanted or every cell failed.</param>
public sealed record LossExperimentResult(LossComparison Comparison, ITransformer? Model);
