using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Experiments;

/// <summary>What an experiment found out, as plain data: every cell, and what follows from them.</summary>
/// <param name="Criterion">The name of the metric that decides.</param>
/// <param name="Best">The best setting by it; null where no setting was trained without failure.</param>
/// <param name="Settings">What was compared, the best by the criterion first, those with failures last.</param>
/// <param name="Metrics">Each metric, with how the best by it compares with the others.</param>
/// <param name="Rows">The number of rows of the data.</param>
/// <param name="Splits">The number of splits on which each setting was trained.</param>
/// <param name="Cells">Every cell.</param>
public sealed record LossComparison(
    string Criterion,
    ExperimentSetting? Best,
    IReadOnlyList<SettingSummary> Settings,
    IReadOnlyList<ComparedMetric> Metrics,
    int Rows,
    int Splits,
    IReadOnlyList<ExperimentCell> Cells)
{
    private const double Level = 0.05;

    internal static LossComparison Of(IReadOnlyList<ExperimentCell> cells, IReadOnlyList<Metric> metrics, Metric criterion, int rows)
    {
        ILookup<ExperimentSetting, ExperimentCell> bySetting = cells.ToLookup(cell => cell.Setting);
        var tables = metrics.Select(metric => (metric, MetricTable.Of(bySetting, metric))).ToList();
        SettingSummary[] summaries = [.. bySetting.Select(own => Summarise(own.Key, [.. own], tables))];
        SettingSummary[] ranked =
        [
            .. summaries.Where(summary => summary.Metrics.ContainsKey(criterion.Name)).OrderBy(summary => summary.Metrics[criterion.Name].Rank),
            .. summaries.Where(summary => !summary.Metrics.ContainsKey(criterion.Name)),
        ];
        ExperimentCell first = cells[0];
        double testShare = (double)first.TestRows / first.TrainingRows;
        return new LossComparison(
            criterion.Name,
            ranked[0].Metrics.ContainsKey(criterion.Name) ? ranked[0].Setting : null,
            ranked,
            [.. tables.Select(pair => Compare(pair.metric, pair.Item2, testShare))],
            rows,
            cells.Count / summaries.Length,
            cells);
    }

    private static SettingSummary Summarise(ExperimentSetting setting, ExperimentCell[] cells, IEnumerable<(Metric Metric, MetricTable Table)> tables) => new(
        setting,
        tables.Where(pair => pair.Table.Values.ContainsKey(setting)).ToDictionary(pair => pair.Metric.Name, pair => pair.Table.Summarise(setting)),
        cells.Count(cell => cell.Failure is not null),
        cells.FirstOrDefault(cell => cell.Failure is not null)?.Failure,
        cells.Average(cell => cell.BestEpoch),
        cells.Sum(cell => cell.Seconds));

    private static ComparedMetric Compare(Metric metric, MetricTable table, double testShare)
    {
        if (table.Best is not { } best)
            return new ComparedMetric(metric.Name, metric.Title, metric.IsHigherBetter, null, []);
        (ExperimentSetting Setting, double[] Differences)[] others =
            [.. table.Values.Where(pair => pair.Key != best).Select(pair => (pair.Key, pair.Value.Zip(table.Values[best], (value, its) => value - its).ToArray()))];
        (double PValue, double HalfWidth)[] tTests = [.. others.Select(other => CorrectedResampledTTest.Run(other.Differences, testShare))];
        double[] wilcoxon = [.. others.Select(other => other.Differences.Length < 2 ? double.NaN : WilcoxonSignedRankTest.PValue(other.Differences))];
        IReadOnlyList<double> tTestsCorrected = HolmCorrection.Apply([.. tTests.Select(test => test.PValue)]), wilcoxonCorrected = HolmCorrection.Apply(wilcoxon);
        return new ComparedMetric(metric.Name, metric.Title, metric.IsHigherBetter, best,
        [
            .. others.Select((other, i) => new PairedComparison(
                other.Setting,
                other.Differences.Mean(),
                other.Differences.Mean() - tTests[i].HalfWidth,
                other.Differences.Mean() + tTests[i].HalfWidth,
                tTests[i].PValue,
                tTestsCorrected[i],
                wilcoxon[i],
                wilcoxonCorrected[i],
                double.IsNaN(tTestsCorrected[i]) ? ComparisonVerdict.Unknown
                    : tTestsCorrected[i] < Level ? ComparisonVerdict.Real
                    : wilcoxonCorrected[i] < Level ? ComparisonVerdict.Perhaps
                    : ComparisonVerdict.CannotTell)),
        ]);
    }
}
