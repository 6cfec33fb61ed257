namespace MLNet.LossExperiments.Reports;

/// <summary>Probabilities against what came.</summary>
internal static class CalibrationChart
{
    public static ReportChart? Of(IReadOnlyList<CalibrationBin> bins, string suffix, string across, string up, MetricEstimate? error)
    {
        CalibrationBin[] filled = [.. bins.Where(bin => bin.Weight > 0)];
        if (filled.Length == 0)
            return null;
        string words = error is null ? "" : $" The expected calibration error is {Figure.Show(error.Value)}.";
        return new ReportChart($"calibration{suffix}", "Calibration", $"Points of how often it came true against its probability, with intervals; on the dashed line both are equal.{words}", canvas =>
        {
            double greatest = filled.Max(bin => bin.Weight);
            canvas.Diagonal(0, 1, 0, 1, "perfect");
            double[] means = [.. filled.Select(bin => bin.MeanProbability)];
            canvas.Intervals(means, [.. filled.Select(bin => bin.Low)], [.. filled.Select(bin => bin.High)], isAcross: false);
            // The larger the point, the more rows: area goes with weight.
            foreach (CalibrationBin bin in filled)
                canvas.Points([bin.MeanProbability], [bin.ObservedShare], 0, bin == filled[^1] ? "rows of a bin" : null, 0.9, (float)(5 + 8 * Math.Sqrt(bin.Weight / greatest)));
            canvas.Axes(across, up);
            canvas.Limits(-0.02, 1.02, -0.02, 1.04);
            canvas.Legend();
        });
    }
}
