namespace MLNet.LossExperiments.Reports;

/// <summary>How predictions did: the metrics, and what the task has to show.</summary>
internal static class EvaluationSections
{
    private static readonly TableColumn[] AtThreshold =
        [.. new[] { "Threshold", "Precision", "Recall", "Specificity", "F1", "Accuracy", "Called positive", "Mean cost" }.Select(TableColumn.Number)];

    public static IEnumerable<ReportSection> Of(TaskEvaluation evaluation, string? name, string suffix, int mostPoints)
    {
        string of = name is null ? "" : $", {name}";
        yield return new ReportSection($"metrics{suffix}", $"Metrics{of}", Metrics(evaluation));
        yield return evaluation switch
        {
            RegressionEvaluation regression => new ReportSection($"predictions{suffix}", $"Predictions{of}", Regression(regression, suffix, mostPoints)),
            BinaryEvaluation binary => new ReportSection($"predictions{suffix}", $"Scores and thresholds{of}", Binary(binary, suffix)),
            MulticlassEvaluation multiclass => new ReportSection($"predictions{suffix}", $"Classes{of}", Multiclass(multiclass, suffix)),
            _ => throw new ArgumentException($"A {evaluation.GetType().Name} is of no task.", nameof(evaluation)),
        };
    }

    private static ReportBlock[] Metrics(TaskEvaluation evaluation)
    {
        EvaluatedRows rows = evaluation.Rows;
        BootstrapPlan plan = evaluation.Bootstrap;
        string leftOut = rows.LeftOut == 0 ? "" : $" {Figure.Many(rows.LeftOut, "row")} left out: {rows.WhyLeftOut}";
        return
        [
            new ReportBlock.Table("What was measured, how sure it is, and what it says",
                ["Metric", TableColumn.Number("Value"), TableColumn.Number($"{Figure.Percent(plan.Confidence)} interval"), "Better", "What it says"],
                [.. evaluation.Metrics.Select(metric => new TableCell[]
                {
                    metric.Title, new(Figure.Show(metric.Value), true), Figure.Interval(metric.Low, metric.High),
                    metric.IsHigherBetter switch { true => "higher", false => "lower", null => "near 0" },
                    metric.WhyUndefined is { } why ? $"Not defined here: {why} {metric.Explanation}" : metric.Explanation,
                })]),
            new ReportBlock.Words($"On {Figure.Many(rows.Count, "row")} ({rows.Set}){(rows.IsWeighted ? $", counted by their weights, {Figure.Show(rows.TotalWeight)} in all" : "")}.{leftOut} Intervals are from {Figure.Count(plan.Resamples)} bootstrap resamples of these rows, seed {plan.Seed}: they say how far other rows of the same kind could move a figure, not what another training run would give."),
        ];
    }

    private static ReportBlock[] Regression(RegressionEvaluation evaluation, string suffix, int mostPoints) =>
    [
        .. RegressionCharts.Of(evaluation, suffix, mostPoints).Select(chart => new ReportBlock.Chart(chart)),
        .. evaluation.Intervals is { } intervals ? Intervals(intervals, suffix) : [],
    ];

    private static IEnumerable<ReportBlock> Intervals(IntervalEvaluation intervals, string suffix)
    {
        yield return new ReportBlock.Heading($"Intervals from {(intervals.Source == "variance" ? "the predicted variance" : "predicted quantiles")}");
        foreach (ReportChart chart in IntervalCharts.Of(intervals, suffix))
            yield return new ReportBlock.Chart(chart);
        if (intervals.Coverage.Count > 0)
        {
            yield return new ReportBlock.Table("How many labels each interval held, and how wide it is",
                ["Interval", TableColumn.Number("Should hold"), TableColumn.Number("Held"), TableColumn.Number("Interval of that share"), TableColumn.Number("Mean width"), TableColumn.Number("Median width")],
                [.. intervals.Coverage.Select(one => new TableCell[]
                {
                    $"{Figure.Percent(one.LowerLevel)} to {Figure.Percent(one.UpperLevel)}", Figure.Percent(one.Nominal), new(Figure.Share(one.Observed), true),
                    $"{Figure.Share(one.Low)} to {Figure.Share(one.High)}", Figure.Show(one.MeanWidth), Figure.Show(one.MedianWidth),
                })]);
        }
        yield return new ReportBlock.Table("How many labels lie below each quantile",
            ["Quantile", TableColumn.Number("Below it"), TableColumn.Number("Interval of that share"), TableColumn.Number("Pinball loss")],
            [.. intervals.Calibration.Select(one => new TableCell[] { Figure.Percent(one.Level), Figure.Share(one.Observed), $"{Figure.Share(one.Low)} to {Figure.Share(one.High)}", Figure.Show(one.PinballLoss) })], IsFolded: true);
    }

    private static ReportBlock[] Binary(BinaryEvaluation evaluation, string suffix) =>
    [
        new ReportBlock.Threshold(evaluation),
        .. evaluation.BestThresholds.Count == 0 ? Array.Empty<ReportBlock>() : [new ReportBlock.Table("Best thresholds", ["Best for", .. AtThreshold], [.. evaluation.BestThresholds.Select(TableCell[] (best) => [$"{best.Title}: {best.Explanation}", .. Cells(best.Figures)])])],
        .. BinaryCharts.Of(evaluation, suffix).Select(chart => new ReportBlock.Chart(chart)),
        new ReportBlock.Table("Figures at a few thresholds", AtThreshold, [.. evaluation.ThresholdTable.Select(Cells)], IsFolded: true),
    ];

    private static TableCell[] Cells(ThresholdFigures figures) =>
    [
        Figure.Show(figures.Threshold), Figure.Show(figures.Precision), Figure.Show(figures.Recall), Figure.Show(figures.Specificity), Figure.Show(figures.F1),
        Figure.Show(figures.Accuracy), Figure.Share(figures.CalledPositive), Figure.Show(figures.Cost),
    ];

    private static ReportBlock[] Multiclass(MulticlassEvaluation evaluation, string suffix) =>
    [
        new ReportBlock.Confusion(evaluation.Confusion),
        new ReportBlock.Chart(MulticlassCharts.Confusion(evaluation.Confusion, suffix), IsPictureOnly: true),
        .. MulticlassCharts.Of(evaluation, suffix).Select(chart => new ReportBlock.Chart(chart)),
        new ReportBlock.Table("Each class",
            ["Class", TableColumn.Number("Rows"), TableColumn.Number("Predicted"), TableColumn.Number("Precision"), TableColumn.Number("Recall"), TableColumn.Number("F1"), TableColumn.Number("Interval of F1")],
            [.. evaluation.PerClass.Select(own => new TableCell[]
            {
                own.Class, Figure.Count(own.Support), Figure.Count(own.Predicted), Figure.Show(own.Precision.Value), Figure.Show(own.Recall.Value), new(Figure.Show(own.F1.Value), true), Figure.Interval(own.F1.Low, own.F1.High),
            })]),
        .. evaluation.ConfusedPairs.Count == 0 ? Array.Empty<ReportBlock>() : [new ReportBlock.Table("Most confused",
            ["Actual", "Taken for", TableColumn.Number("Rows"), TableColumn.Number("Share of the class"), "For example rows"],
            [.. evaluation.ConfusedPairs.Select(pair => new TableCell[] { pair.Actual, pair.Predicted, Figure.Count(pair.Weight), Figure.Share(pair.ShareOfActual), string.Join(", ", pair.Examples) })])],
        .. evaluation.Images is { Images.Count: > 0 } images ? new ReportBlock[] { new ReportBlock.Heading("Misclassified, the surest mistakes first"), new ReportBlock.Pictures(images) } : [],
    ];
}
