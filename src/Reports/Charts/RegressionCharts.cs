namespace MLNet.LossExperiments.Reports;

/// <summary>The charts of predicted numbers.</summary>
internal static class RegressionCharts
{
    public static IEnumerable<ReportChart> Of(RegressionEvaluation evaluation, string suffix, int mostPoints)
    {
        PredictionSample sample = evaluation.Predictions;
        if (sample.Actual.Count == 0)
            yield break;
        // The sample is in the order of the data: taking every so many keeps it one.
        int step = Math.Max(1, (int)Math.Ceiling((double)sample.Actual.Count / mostPoints));
        int[] places = [.. Enumerable.Range(0, sample.Actual.Count).Where(i => i % step == 0)];
        double[] actual = sample.Actual.Pick(places), predicted = sample.Predicted.Pick(places);
        double[] residuals = [.. actual.Zip(predicted, (label, prediction) => label - prediction)];
        double opacity = places.Length < 150 ? 0.75 : places.Length < 700 ? 0.5 : 0.3;
        string target = ChartText.Of(evaluation.Target), rows = Shown(places.Length, sample.TotalRows);
        yield return new ReportChart($"predicted-actual{suffix}", "Predicted against actual", $"Points of {rows}: the label {target} against its prediction. On the dashed line both are equal.", canvas =>
        {
            (double from, double to) = (Math.Min(actual.Min(), predicted.Min()), Math.Max(actual.Max(), predicted.Max()));
            canvas.Diagonal(0, 1, from, to, "perfect");
            if (sample.Lower.Count > 0 && places.Length <= 400)
                canvas.Intervals(predicted, sample.Lower.Pick(places), sample.Upper.Pick(places), isAcross: false, series: 7, opacity: 0.35);
            canvas.Points(predicted, actual, 0, rows, opacity, 6);
            canvas.Axes($"predicted {target}", $"actual {target}");
            canvas.Legend();
        });
        yield return new ReportChart($"residuals{suffix}", "Residuals against prediction", $"Points of {rows}: label minus prediction against the prediction. A good model scatters about 0 without a pattern.", canvas =>
        {
            canvas.Level(0);
            canvas.Points(predicted, residuals, 0, null, opacity, 6);
            canvas.Axes($"predicted {target}", "actual − predicted");
        });
        yield return new ReportChart($"residual-distribution{suffix}", "Residual distribution", $"Columns of how often residuals fall into bins{evaluation.ResidualHistogram.Beyond}; their median is {Figure.Show(evaluation.Residuals.Median)}, their standard deviation {Figure.Show(evaluation.Residuals.StandardDeviation)}.", canvas =>
        {
            canvas.Histogram(evaluation.ResidualHistogram.Edges, evaluation.ResidualHistogram.Counts, 0);
            canvas.Mark(0);
            canvas.Axes($"actual − predicted{evaluation.ResidualHistogram.Beyond}", evaluation.Rows.IsWeighted ? "weight" : "rows");
            canvas.StartAtZero();
        });
        yield return new ReportChart($"normal-plot{suffix}", "Residuals against a normal distribution (Q-Q)", "Points of the residuals in order against those of a normal distribution. Where they leave the line, large errors are more or less frequent than it would have them.", canvas =>
        {
            NormalPlot plot = evaluation.NormalPlot;
            if (double.IsFinite(plot.Slope))
                canvas.Diagonal(plot.Intercept, plot.Slope, plot.Expected[0], plot.Expected[^1], "normal");
            canvas.Points(plot.Expected, plot.Residuals, 0, "residuals", 0.6, 6);
            canvas.Axes("standard normal quantile", "residual");
            canvas.Legend();
        });
        yield return Groups($"error-by-label{suffix}", $"Error by tenths of the label", $"actual {target}", evaluation.ErrorByLabel);
        yield return Groups($"error-by-prediction{suffix}", $"Error by tenths of the prediction", $"predicted {target}", evaluation.ErrorByPrediction);
    }

    private static string Shown(int shown, int total) => shown == total ? Figure.Many(total, "row") : $"a sample of {Figure.Count(shown)} of {Figure.Count(total)} rows";

    private static ReportChart Groups(string name, string title, string across, IReadOnlyList<ErrorGroup> groups) => new(
        name, title, $"Columns of the mean absolute error in {groups.Count} groups of about as many rows, with intervals: {string.Join(", ", groups.Select(group => $"{Figure.Show(group.MeanAbsoluteError)} from {Figure.Show(group.From)} to {Figure.Show(group.To)}"))}.", canvas =>
        {
            double[] places = [.. Enumerable.Range(0, groups.Count).Select(i => (double)i)];
            canvas.Columns(places, [.. groups.Select(group => group.MeanAbsoluteError)], 0.72, 0);
            canvas.Intervals(places, [.. groups.Select(group => group.Low)], [.. groups.Select(group => group.High)], isAcross: false);
            canvas.NamesAcross([.. groups.Select(group => group.From == group.To ? Figure.Short(group.From) : $"{Figure.Short(group.From)} – {Figure.Short(group.To)}")]);
            canvas.Axes(across, "mean absolute error");
            canvas.StartAtZero();
        });
}
