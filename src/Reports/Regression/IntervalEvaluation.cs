namespace MLNet.LossExperiments.Reports;

/// <summary>How intervals did that were predicted together with the number.</summary>
/// <param name="Source">What gives them: <c>quantiles</c>, or <c>variance</c> of a normal distribution about the prediction.</param>
/// <param name="Coverage">For each interval how many labels it held, and how wide it is; the narrowest first.</param>
/// <param name="Calibration">For each quantile how many labels lie below it, ascending.</param>
/// <param name="Widths">The distribution of the widths of the widest interval; null where there is no interval.</param>
public sealed record IntervalEvaluation(string Source, IReadOnlyList<IntervalCoverage> Coverage, IReadOnlyList<QuantileCalibration> Calibration, Histogram? Widths)
{
    internal static IntervalEvaluation Of(RegressionRows rows, PredictedQuantiles quantiles, double confidence)
    {
        int levels = quantiles.Levels.Count;
        (int Lower, int Upper)[] pairs = [.. Enumerable.Range(0, levels / 2).Select(lower => (lower, levels - 1 - lower)).Reverse()];
        return new IntervalEvaluation(
            quantiles.Source,
            [.. pairs.Select(pair => CoverageOf(rows, quantiles, pair.Lower, pair.Upper, confidence))],
            [.. Enumerable.Range(0, levels).Select(level => CalibrationOf(rows, quantiles, level, confidence))],
            pairs.Length == 0 ? null : Histogram.Of(WidthsOf(rows, quantiles, 0, levels - 1), rows.Weights));
    }

    internal static double PinballLoss(double residual, double level) => residual >= 0 ? level * residual : (level - 1) * residual;

    private static double[] WidthsOf(RegressionRows rows, PredictedQuantiles quantiles, int lower, int upper) =>
        [.. Enumerable.Range(0, rows.Count).Select(row => quantiles.Of(row, upper) - quantiles.Of(row, lower))];

    private static IntervalCoverage CoverageOf(RegressionRows rows, PredictedQuantiles quantiles, int lower, int upper, double confidence)
    {
        var held = new WeightedShare();
        double[] widths = WidthsOf(rows, quantiles, lower, upper);
        double sum = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            double weight = rows.Weights?[row] ?? 1;
            held.Add(quantiles.Of(row, lower) <= rows.Actual[row] && rows.Actual[row] <= quantiles.Of(row, upper), weight);
            sum += weight * widths[row];
        }
        double[]? weights = rows.Weights is null ? null : [.. rows.Weights];
        if (weights is null)
            Array.Sort(widths);
        else
            Array.Sort(widths, weights);
        (double from, double to) = (quantiles.Levels[lower], quantiles.Levels[upper]);
        (double low, double high) = held.Interval(confidence);
        return new IntervalCoverage(from, to, to - from, held.Value, low, high, sum / held.Weight, Quantile.Median(widths, weights));
    }

    private static QuantileCalibration CalibrationOf(RegressionRows rows, PredictedQuantiles quantiles, int level, double confidence)
    {
        var below = new WeightedShare();
        double loss = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            double weight = rows.Weights?[row] ?? 1, residual = rows.Actual[row] - quantiles.Of(row, level);
            below.Add(residual <= 0, weight);
            loss += weight * PinballLoss(residual, quantiles.Levels[level]);
        }
        (double low, double high) = below.Interval(confidence);
        return new QuantileCalibration(quantiles.Levels[level], below.Value, low, high, loss / below.Weight);
    }
}
