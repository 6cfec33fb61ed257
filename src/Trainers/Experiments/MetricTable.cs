using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Experiments;

/// <summary>The values of one metric: those of each setting that has it on every split on which any setting has it, split by split in one order.</summary>
internal sealed class MetricTable
{
    private readonly bool _isHigherBetter;
    private readonly Dictionary<ExperimentSetting, double[]> _ranks;

    private MetricTable(Metric metric, Dictionary<ExperimentSetting, double[]> values, double testShare)
    {
        _isHigherBetter = metric.IsHigherBetter;
        Values = values;
        TestShare = testShare;
        Splits = values.Values.FirstOrDefault()?.Length ?? 0;
        _ranks = values.Keys.ToDictionary(setting => setting, _ => new double[Splits]);
        for (int split = 0; split < Splits; split++)
        {
            double[] ranks = values.Values.Select(own => Cost(own[split])).Ranks(RankDefinition.Average);
            foreach ((ExperimentSetting setting, double rank) in values.Keys.Zip(ranks))
                _ranks[setting][split] = rank;
        }
    }

    /// <summary>The values by setting.</summary>
    public IReadOnlyDictionary<ExperimentSetting, double[]> Values { get; }

    /// <summary>The number of splits.</summary>
    public int Splits { get; }

    /// <summary>Test rows divided by training rows, the mean over the splits: their sizes differ with the folds, groups or times that divide the rows. NaN where there are no splits.</summary>
    public double TestShare { get; }

    /// <summary>The settings that have the metric, the best mean first.</summary>
    public IReadOnlyList<ExperimentSetting> Ranked => [.. Values.OrderBy(pair => Cost(pair.Value.Mean())).Select(pair => pair.Key)];

    /// <param name="cells">The cells of each setting.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="splitNumbers">For each seed and fold a number, the same where the same rows are held out; null where all differ.</param>
    public static MetricTable Of(ILookup<ExperimentSetting, ExperimentCell> cells, Metric metric, IReadOnlyDictionary<(int Seed, int Fold), int>? splitNumbers = null)
    {
        // Where no setting has the metric, as with AUC on rows of one class, the split says nothing of any of them; where some have it, the others are at fault.
        var splits = cells.SelectMany(own => own).Where(cell => cell.Metrics.ContainsKey(metric.Name)).Select(SplitOf).ToHashSet();
        var values = new Dictionary<ExperimentSetting, double[]>();
        double testShare = double.NaN;
        foreach (IGrouping<ExperimentSetting, ExperimentCell> own in cells)
        {
            ExperimentCell[] defined = [.. own.Where(cell => splits.Contains(SplitOf(cell))).OrderBy(cell => cell.Seed).ThenBy(cell => cell.Fold)];
            if (splits.Count == 0 || own.Any(cell => cell.Failure is not null) || defined.Any(cell => !cell.Metrics.ContainsKey(metric.Name)))
                continue;
            // Seeds on the same split tell of initial weights, not of other rows: one value for all of them.
            values.Add(own.Key, [.. defined.GroupBy(cell => splitNumbers is null ? (object)SplitOf(cell) : splitNumbers[SplitOf(cell)]).Select(same => same.Average(cell => cell.Metrics[metric.Name]))]);
            testShare = defined.Average(cell => (double)cell.TestRows / cell.TrainingRows);
        }
        return new MetricTable(metric, values, testShare);
    }

    public MetricSummary Summarise(ExperimentSetting setting)
    {
        double mean = Values[setting].Mean();
        return new MetricSummary(mean, Values[setting].StandardDeviation(), 1 + Values.Values.Count(other => Cost(other.Mean()) < Cost(mean)), _ranks[setting].Mean());
    }

    private double Cost(double value) => _isHigherBetter ? -value : value;

    private static (int Seed, int Fold) SplitOf(ExperimentCell cell) => (cell.Seed, cell.Fold);
}
