namespace MLNet.LossExperiments.Reports;

/// <summary>How intervals did that were predicted together with the number.</summary>
/// <param name="Source">What gives them: <c>quantiles</c>, or <c>variance</c> of a normal distribution about the prediction.</param>
/// <param name="Coverage">For each interval how many labels it held, and how wide it is; the narrowest first.</param>
/// <param name="Calibration">For each quantile how many labels lie below it, ascending.</param>
/// <param name="Widths">The distribution of the widths of the widest interval; null where there is no interval.</param>
public sealed record IntervalEvaluation(string Source, IReadOnlyList<IntervalCoverage> Coverage, IReadOnlyList<QuantileCalibration> Calibration, Histogram? Widths);
