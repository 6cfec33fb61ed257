using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Experiments;

/// <summary>What an experiment found out, as plain data: every cell, and what follows from them.</summary>
/// <param name="Criterion">The name of the metric that decides.</param>
/// <param name="Best">The best setting by it; null where no setting was trained without failure.</param>
/// <param name="Baseline">The setting that was declared the baseline; null for none.</param>
/// <param name="Settings">What was compared, the best by the criterion first, those with failures last.</param>
/// <param name="Metrics">Each metric, with how the settings compare by it.</param>
/// <param name="Rows">The number of rows of the data.</param>
/// <param name="Splits">The number of splits on which each setting was trained.</param>
/// <param name="Cells">Every cell.</param>
public sealed record LossComparison(
    string Criterion,
    ExperimentSetting? Best,
    ExperimentSetting? Baseline,
    IReadOnlyList<SettingSummary> Settings,
    IReadOnlyList<ComparedMetric> Metrics,
    int Rows,
    int Splits,
    IReadOnlyList<ExperimentCell> Cells)
{
    /// <summary>
    /// The number of splits that hold out different rows, at most <see cref="Splits"/>. Splits in the order of time are the same for all seeds, and groups may leave no choice: then what seeds gave on the same rows is averaged
    /// before settings are compared, since it is no new evidence about other rows.
    /// </summary>
    public int DistinctSplits { get; init; } = Splits;

    /// <summary>The column whose groups splits kept whole; null where each row stood for itself.</summary>
    public string? GroupColumnName { get; init; }

    /// <summary>The column of the times that splits followed; null for none.</summary>
    public string? TimeColumnName { get; init; }

    /// <param name="cells">Every cell.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="criterion">The one that decides.</param>
    /// <param name="rows">The number of rows of the data.</param>
    /// <param name="baseline">The setting that others are compared with; null for the best.</param>
    /// <param name="equivalence">What counts as equal for practical purposes; null for the default of each metric.</param>
    /// <param name="splitNumbers">For each seed and fold a number, the same where the same rows are held out; null where all differ.</param>
    internal static LossComparison Of(
        IReadOnlyList<ExperimentCell> cells,
        IReadOnlyList<Metric> metrics,
        Metric criterion,
        int rows,
        ExperimentSetting? baseline,
        EquivalenceRegion? equivalence,
        IReadOnlyDictionary<(int Seed, int Fold), int>? splitNumbers = null)
    {
        ILookup<ExperimentSetting, ExperimentCell> bySetting = cells.ToLookup(cell => cell.Setting);
        var tables = metrics.Select(metric => (metric, MetricTable.Of(bySetting, metric, splitNumbers))).ToList();
        SettingSummary[] summaries = [.. bySetting.Select(own => Summarise(own.Key, [.. own], tables))];
        SettingSummary[] ranked =
        [
            .. summaries.Where(summary => summary.Metrics.ContainsKey(criterion.Name)).OrderBy(summary => summary.Metrics[criterion.Name].Rank),
            .. summaries.Where(summary => !summary.Metrics.ContainsKey(criterion.Name)),
        ];
        return new LossComparison(
            criterion.Name,
            ranked[0].Metrics.ContainsKey(criterion.Name) ? ranked[0].Setting : null,
            baseline,
            ranked,
            [
                // An amount is in units of the criterion, which are no other metric's.
                .. tables.Select(pair => new ComparedPairs(pair.metric, pair.Item2, baseline).Judge(equivalence is { IsRelative: false } && pair.metric.Name != criterion.Name ? null : equivalence)),
            ],
            rows,
            cells.Count / summaries.Length,
            cells)
        { DistinctSplits = splitNumbers?.Values.Distinct().Count() ?? cells.Count / summaries.Length };
    }

    private static SettingSummary Summarise(ExperimentSetting setting, ExperimentCell[] cells, IEnumerable<(Metric Metric, MetricTable Table)> tables) => new(
        setting,
        tables.Where(pair => pair.Table.Values.ContainsKey(setting)).ToDictionary(pair => pair.Metric.Name, pair => pair.Table.Summarise(setting)),
        cells.Count(cell => cell.Failure is not null),
        cells.FirstOrDefault(cell => cell.Failure is not null)?.Failure,
        cells.Average(cell => cell.BestEpoch),
        cells.Sum(cell => cell.Seconds))
    {
        MissingMetrics = cells.Any(cell => cell.Failure is not null) ? new Dictionary<string, string>() : cells.SelectMany(cell => cell.MissingMetrics).GroupBy(missing => missing.Key).ToDictionary(
            missing => missing.Key,
            missing => missing.Count() == cells.Length ? missing.First().Value : $"on {missing.Count()} of {cells.Length} splits {missing.First().Value}"),
    };
}
