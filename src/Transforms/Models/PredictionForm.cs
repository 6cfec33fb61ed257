namespace MLNet.LossExperiments.Models;

/// <summary>What the outputs of a network mean.</summary>
/// <param name="Link">How outputs become predictions.</param>
/// <param name="TargetCount">For regression the number of targets, whose outputs stand side by side; otherwise 1.</param>
/// <param name="QuantileLevels">The levels of the quantiles that are predicted for each target, ascending; empty but with <see cref="Link.Quantiles"/>.</param>
public sealed record PredictionForm(Link Link, int TargetCount, IReadOnlyList<double> QuantileLevels);
