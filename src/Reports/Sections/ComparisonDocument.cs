namespace MLNet.LossExperiments.Reports;

/// <summary>Puts a comparison of losses in order: which losses may be the best, then how that came about.</summary>
internal static class ComparisonDocument
{
    private const int MostPoints = 1500;
    private const int MostMetricCharts = 6;
    private const int TabledErrors = 7;

    public static ReportDocument Of(ComparisonReport report)
    {
        MetricComparison criterion = report.Metrics.FirstOrDefault(metric => metric.Name == report.Criterion) ?? throw new ArgumentException($"The criterion '{report.Criterion}' is none of the report's metrics.", nameof(report));
        ReportSection?[] sections =
        [
            new ReportSection("result", "Result", Result(report, criterion)),
            Training(report),
            Shapes(report),
            Predictions(report),
            DataSection.Of(report.Data),
            report.Options.Count == 0 ? null : new ReportSection("options", "Options", [.. ModelSection.Settings(report.Options, [])]),
            RepeatSection.Of(report.Reproduction),
            RepeatSection.Notes(report.Notes),
        ];
        string lead = $"{Figure.Many(report.Losses.Count, "loss", "losses")} for {report.Data.Label} of {report.Data.Name}, on {Figure.Many(report.Splits, "split")}.{(report.Created is { } created ? $" Made {Figure.Time(created)}." : "")}";
        return new ReportDocument(report.Title, lead, KeyFigures(report, criterion), [.. sections.OfType<ReportSection>()]);
    }

    private static KeyFigure[] KeyFigures(ComparisonReport report, MetricComparison criterion) =>
    [
        .. report.Losses.Select(loss => (loss.Name, Metric: loss.Metrics.FirstOrDefault(metric => metric.Name == criterion.Name))).Where(loss => loss.Metric is not null).OrderBy(loss => loss.Metric!.Rank).Take(4)
            .Select(loss => new KeyFigure($"{criterion.Title}, {loss.Name}", Figure.Show(loss.Metric!.Mean), double.IsFinite(loss.Metric.Low) ? $"{Figure.Interval(loss.Metric.Low, loss.Metric.High)} (95\u00a0%, by itself)" : "one split, no interval")),
    ];

    private static List<ReportBlock> Result(ComparisonReport report, MetricComparison criterion)
    {
        var blocks = new List<ReportBlock>(report.Words.Select(sentence => new ReportBlock.Words(sentence)));
        MetricComparison[] own = [.. report.Metrics.Where(metric => metric.IsOfTask)], losses = [.. report.Metrics.Where(metric => !metric.IsOfTask)];
        blocks.Add(Means("Mean ± standard deviation over the splits (rank); the best of each column stands out", report, own));
        if (criterion.Differences.Count > 0)
            blocks.Add(Differences(criterion, hasWords: report.Words.Count == 0));
        blocks.Add(new ReportBlock.Chart(ComparisonCharts.Means(report, criterion)));
        if (criterion.Differences.Any(other => double.IsFinite(other.Low)))
            blocks.Add(new ReportBlock.Chart(ComparisonCharts.Differences(criterion)));
        blocks.AddRange(own.Where(metric => metric != criterion).Take(MostMetricCharts - 1).Select(metric => new ReportBlock.Chart(ComparisonCharts.Means(report, metric))));
        if (losses.Length > 0)
            blocks.Add(Means("The same predictions by what the losses optimise", report, losses));
        blocks.Add(new ReportBlock.Table("What each metric says", ["Metric", "Better", "What it says"], [.. report.Metrics.Select(metric => new TableCell[] { metric.Title, metric.IsHigherBetter ? "higher" : "lower", metric.Explanation ?? "" })], IsFolded: true));
        foreach (MetricComparison other in report.Metrics.Where(metric => metric != criterion && metric.Differences.Count > 0))
            blocks.Add(Differences(other, isFolded: true));
        return blocks;
    }

    private static ReportBlock.Table Means(string caption, ComparisonReport report, MetricComparison[] metrics) => new(caption,
        ["Loss", .. metrics.Select(metric => TableColumn.Number(metric.Title))],
        [.. report.Losses.Select(TableCell[] (loss) =>
        [
            loss.FailedCells > 0 ? $"{loss.Name} ({Figure.Many(loss.FailedCells, "network")} failed: {loss.Failure})" : loss.Name,
            .. metrics.Select(metric => loss.Metrics.FirstOrDefault(own => own.Name == metric.Name) is { } own
                ? new TableCell($"{Figure.Show(own.Mean)}{(double.IsFinite(own.StandardDeviation) ? $" ± {Deviation(own)}" : "")} ({own.Rank})", metric.Best == loss.Name)
                : Figure.None),
        ])]);

    // Those of the criterion are in words above the table.
    private static ReportBlock.Table Differences(MetricComparison metric, bool isFolded = false, bool hasWords = true) => new($"{metric.Title}: the others against {metric.Reference}",
        [
            "Loss", "Verdict", TableColumn.Number("Mean difference"), TableColumn.Number("95 % interval, for all pairs together"), TableColumn.Number("p, corrected"),
            TableColumn.Number("Better"), TableColumn.Number($"Within ±{Figure.Show(metric.EquivalenceMargin)}"), TableColumn.Number("Worse"), .. hasWords ? [new TableColumn("In words")] : Array.Empty<TableColumn>(),
        ],
        [.. metric.Differences.OrderBy(other => Math.Abs(other.MeanDifference)).Select(other => new TableCell[]
        {
            other.Name, new(Describe(other.Verdict), other.Verdict is DifferenceVerdict.Better or DifferenceVerdict.Worse), Figure.Show(other.MeanDifference), Figure.Interval(other.Low, other.High), Figure.PValue(other.PValue),
            Figure.Share(other.ProbabilityBetter), Figure.Share(other.ProbabilityEqual), Figure.Share(other.ProbabilityWorse),
        }.Concat(hasWords ? [new TableCell(other.Words ?? "")] : Array.Empty<TableCell>()).ToArray())], isFolded);

    // Equal values may differ by their last bits.
    private static string Deviation(LossMetric metric) => Figure.Show(metric.StandardDeviation < 1e-12 * Math.Abs(metric.Mean) ? 0 : metric.StandardDeviation);

    private static string Describe(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Better => "better",
        DifferenceVerdict.Worse => "worse",
        DifferenceVerdict.PracticallyEqual => "as good, for practical purposes",
        DifferenceVerdict.CannotTell => "cannot be told apart",
        _ => "unknown: one split",
    };

    private static ReportSection? Training(ComparisonReport report) => report.LearningCurves.Count == 0 ? null : new ReportSection("training", "Training",
    [
        .. ComparisonCharts.Courses(report).Select(chart => new ReportBlock.Chart(chart)),
        new ReportBlock.Table("How each loss was trained", ["Loss", TableColumn.Number("Learning rate"), "Hidden units", TableColumn.Number("Mean best epoch"), TableColumn.Number("Time"), "Formula"],
            [.. report.Losses.Select(loss => new TableCell[] { loss.Name, Figure.Short(loss.LearningRate), loss.HiddenSizes.Length == 0 ? "none (linear)" : loss.HiddenSizes, Figure.Show(Math.Round(loss.MeanBestEpoch, 1)), Figure.Seconds(loss.Seconds), loss.Loss.Formula ?? "" })]),
    ]);

    private static ReportSection? Shapes(ComparisonReport report) => report.LossShapes.Count == 0 ? null : new ReportSection("shapes", "What the losses charge",
    [
        new ReportBlock.Words($"What each loss charges for an error, less the least that it charges, in units of {string.Join(", or ", report.LossShapes.Select(shape => shape.UnitTitle).Distinct())}: so losses of different units can be set beside each other.{(report.LossShapes.Any(shape => shape.Met is not null) ? " Beside it, how often its networks made such errors on rows held out." : "")}"),
        .. report.LossShapes.GroupBy(shape => shape.ErrorTitle).SelectMany((shapes, i) => ShapeBlocks([.. shapes], i + 1)),
    ]);

    private static IEnumerable<ReportBlock> ShapeBlocks(LossShape[] shapes, int number)
    {
        foreach (ReportChart chart in LossShapeCharts.Of(shapes, number))
            yield return new ReportBlock.Chart(chart);
        int last = shapes[0].Errors.Count - 1;
        int[] places = [.. Enumerable.Range(0, TabledErrors).Select(i => last * i / (TabledErrors - 1))];
        yield return new ReportBlock.Table($"What each loss charges, in its own units, by {shapes[0].ErrorTitle}", ["Loss", .. places.Select(place => TableColumn.Number(Figure.Show(shapes[0].Errors[place])))],
            [.. shapes.Select(shape => new TableCell[] { shape.Title }.Concat(places.Select(place => new TableCell(Figure.Show(shape.Charges[place])))).ToArray())], IsFolded: true);
    }

    private static ReportSection? Predictions(ComparisonReport report) => report.PredictionPairs.Count == 0 ? null : new ReportSection("pairs", "Predictions of two losses",
    [
        .. report.PredictionPairs.Select((pair, i) => new ReportBlock.Chart(ComparisonCharts.Pair(pair, i + 1, MostPoints / report.PredictionPairs.Count))),
        new ReportBlock.Table("Predictions against each other", ["Pair", TableColumn.Number("Rows"), TableColumn.Number("Correlation"), TableColumn.Number("Mean difference")],
            [.. report.PredictionPairs.Select(pair => new TableCell[] { $"{pair.Second} against {pair.First}", Figure.Count(pair.TotalRows), Figure.Show(pair.Correlation), Figure.Show(pair.MeanDifference) })]),
    ]);
}
