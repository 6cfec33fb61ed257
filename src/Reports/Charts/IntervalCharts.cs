namespace MLNet.LossExperiments.Reports;

/// <summary>How predicted intervals and quantiles did.</summary>
internal static class IntervalCharts
{
    public static IEnumerable<ReportChart> Of(IntervalEvaluation intervals, string suffix)
    {
        if (intervals.Coverage.Count > 0)
        {
            yield return new ReportChart($"coverage{suffix}", "Interval coverage", $"Points of the share of labels that intervals held, against the share that they should hold: {string.Join(", ", intervals.Coverage.Select(one => $"{Figure.Share(one.Observed)} for {Figure.Share(one.Nominal)}"))}.",
                canvas => Shares(canvas, [.. intervals.Coverage.Select(one => one.Nominal)], [.. intervals.Coverage.Select(one => one.Observed)], [.. intervals.Coverage.Select(one => one.Low)], [.. intervals.Coverage.Select(one => one.High)], "share that the interval should hold", "share that it held"));
        }
        yield return new ReportChart($"quantile-calibration{suffix}", "Quantile calibration", $"Points of the share of labels below each predicted quantile, against its level: {string.Join(", ", intervals.Calibration.Select(one => $"{Figure.Share(one.Observed)} for {Figure.Share(one.Level)}"))}.",
            canvas => Shares(canvas, [.. intervals.Calibration.Select(one => one.Level)], [.. intervals.Calibration.Select(one => one.Observed)], [.. intervals.Calibration.Select(one => one.Low)], [.. intervals.Calibration.Select(one => one.High)], "level of the quantile", "share of labels below it"));
        if (intervals.Widths is { Edges.Count: > 1 } widths)
        {
            IntervalCoverage widest = intervals.Coverage[^1];
            yield return new ReportChart($"interval-width{suffix}", $"Width of the {Figure.Percent(widest.Nominal)} interval", $"Columns of how often widths fall into bins; half of them are below {Figure.Show(widest.MedianWidth)}.", canvas =>
            {
                canvas.Histogram(widths.Edges, widths.Counts, 2);
                canvas.Axes($"width, in units of the label{widths.Beyond}", "rows");
                canvas.StartAtZero();
            });
        }
    }

    private static void Shares(ChartCanvas canvas, double[] expected, double[] observed, double[] low, double[] high, string across, string up)
    {
        canvas.Diagonal(0, 1, 0, 1, "perfect");
        canvas.Intervals(expected, low, high, isAcross: false);
        canvas.Points(expected, observed, 0, "observed", size: 8);
        canvas.Axes(across, up);
        canvas.Limits(-0.02, 1.02, -0.02, 1.04);
        canvas.Legend();
    }
}
