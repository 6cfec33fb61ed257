namespace MLNet.LossExperiments.Reports;

/// <summary>Losses against each other.</summary>
internal static class ComparisonCharts
{
    private const int MostLosses = 8;

    /// <summary>The mean of a metric for each loss, the best above, with the values on the splits.</summary>
    public static ReportChart Means(ComparisonReport report, MetricComparison metric)
    {
        (string Name, LossMetric Metric)[] losses = [.. report.Losses
            .Select(loss => (loss.Name, Metric: loss.Metrics.FirstOrDefault(own => own.Name == metric.Name)))
            .Where(loss => loss.Metric is not null && double.IsFinite(loss.Metric.Mean)).OrderBy(loss => loss.Metric!.Rank).Select(loss => (loss.Name, loss.Metric!))];
        return new ReportChart($"metric-{Slug.Of(metric.Name)}", $"{metric.Title} by loss", $"Points of the mean {metric.Title} over {report.Splits} splits with 95 % intervals, each by itself, the best above: {string.Join(", ", losses.Select(loss => $"{loss.Name} {Figure.Show(loss.Metric.Mean)}"))}.", canvas =>
        {
            double[] places = [.. losses.Select((_, i) => (double)(losses.Length - 1 - i))];
            for (int i = 0; i < losses.Length; i++)
                canvas.Points(losses[i].Metric.Values, [.. losses[i].Metric.Values.Select(_ => places[i])], 7, i == 0 ? "split" : null, 0.35, 5);
            canvas.Intervals(places, [.. losses.Select(loss => loss.Metric.Low)], [.. losses.Select(loss => loss.Metric.High)], isAcross: true, series: 0);
            canvas.Points([.. losses.Select(loss => loss.Metric.Mean)], places, 0, "mean, 95 % interval", size: 9);
            canvas.NamesUp([.. losses.Reverse().Select(loss => loss.Name)]);
            canvas.LimitsUp(-0.6, losses.Length - 0.4);
            canvas.Axes($"{metric.Title} ({(metric.IsHigherBetter ? "higher" : "lower")} is better)", "");
            canvas.Legend();
        }, 110 + 30 * losses.Length);
    }

    /// <summary>The difference of each loss from the reference with its interval, over the region of practical equivalence; the smallest difference above.</summary>
    public static ReportChart Differences(MetricComparison metric)
    {
        LossDifference[] others = [.. metric.Differences.Where(other => double.IsFinite(other.Low)).OrderBy(other => Math.Abs(other.MeanDifference))];
        double margin = metric.EquivalenceMargin;
        return new ReportChart("differences", $"{metric.Title}: difference from {metric.Reference}", $"Points of the mean difference of {metric.Title} from {metric.Reference}, with 95 % intervals that hold for all pairs together: {string.Join(", ", others.Select(other => $"{other.Name} {Figure.Show(other.MeanDifference)} ({Figure.Interval(other.Low, other.High)})"))}. The band is the region of practical equivalence, ±{Figure.Show(margin)}.", canvas =>
        {
            double[] places = [.. others.Select((_, i) => (double)(others.Length - 1 - i))];
            canvas.Cell(-margin, margin, -0.6, others.Length - 0.4, 2, 0.25);
            canvas.Bar(0, -0.6, 0, others.Length - 0.4, 7, 1);
            canvas.Intervals(places, [.. others.Select(other => other.Low)], [.. others.Select(other => other.High)], isAcross: true, series: 0);
            canvas.Points([.. others.Select(other => other.MeanDifference)], places, 0, "mean, 95 % interval", size: 9);
            canvas.NamesUp([.. others.Reverse().Select(other => other.Name)]);
            canvas.LimitsUp(-0.6, others.Length - 0.4);
            canvas.Axes($"{metric.Title} minus that of {metric.Reference} ({(metric.IsHigherBetter ? "higher" : "lower")} is better)", "");
            canvas.Legend();
        }, 110 + 30 * others.Length);
    }

    public static IEnumerable<ReportChart> Courses(ComparisonReport report)
    {
        LossCourse[] courses = [.. report.LearningCurves.Where(course => course.Metric.Count > 0).Take(MostLosses)];
        if (courses.Length > 0)
        {
            yield return new ReportChart("learning-curves", $"{courses[0].MetricName} on the validation rows", $"Lines of the mean validation {courses[0].MetricName} by epoch, one for each of {courses.Length} losses; bands hold eight of ten networks.", canvas =>
            {
                for (int i = 0; i < courses.Length; i++)
                {
                    double[] epochs = [.. courses[i].Epochs.Select(epoch => (double)epoch)];
                    if (courses.Length <= 4)
                        canvas.Band(epochs, courses[i].MetricLow, courses[i].MetricHigh, i);
                    canvas.Line(epochs, courses[i].Metric, i, courses[i].Name, isDashed: i % 2 == 1);
                }
                canvas.Axes("epoch", courses[0].MetricName);
                canvas.Legend();
            }, 310);
        }
    }

    public static ReportChart Pair(PredictionPair pair, int number, int mostPoints)
    {
        int step = Math.Max(1, (int)Math.Ceiling((double)pair.Rows.Count / mostPoints));
        int[] places = [.. Enumerable.Range(0, pair.Rows.Count).Where(i => i % step == 0)];
        double[] first = pair.FirstPredictions.Pick(places), second = pair.SecondPredictions.Pick(places);
        return new ReportChart($"predictions-{number}", $"{pair.Second} against {pair.First}", $"Points of {Figure.Many(places.Length, "row")}: the {pair.Quantity} of {pair.Second} against that of {pair.First}. Their correlation is {Figure.Show(pair.Correlation)}.", canvas =>
        {
            if (first.Length > 0)
                canvas.Diagonal(0, 1, Math.Min(first.Min(), second.Min()), Math.Max(first.Max(), second.Max()), "equal");
            bool isBinary = pair.Actual.Count == pair.Rows.Count && pair.Actual.All(label => label is 0 or 1) && pair.Actual.Distinct().Count() == 2;
            foreach ((int series, string name, Func<int, bool> isShown) in isBinary
                ? new (int, string, Func<int, bool>)[] { (0, "label 0", i => pair.Actual[places[i]] == 0), (1, "label 1", i => pair.Actual[places[i]] == 1) }
                : [(0, "rows", _ => true)])
            {
                int[] own = [.. Enumerable.Range(0, places.Length).Where(isShown)];
                canvas.Points(first.Pick(own), second.Pick(own), series, name, places.Length < 300 ? 0.7 : 0.4, 6);
            }
            canvas.Axes($"{pair.First}: {pair.Quantity}", pair.Second);
            canvas.Legend();
        });
    }
}
