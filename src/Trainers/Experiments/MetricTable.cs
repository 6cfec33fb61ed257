using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Metrics;

namespace MLNet.LossExperiments.Experiments;

/// <summary>The values of one metric: those of each setting that has it in every cell, split by split in one order.</summary>
internal sealed class MetricTable
{
    private readonly bool _isHigherBetter;
    private readonly Dictionary<ExperimentSetting, double[]> _ranks;

    private MetricTable(Metric metric, Dictionary<ExperimentSetting, double[]> values)
    {
        _isHigherBetter = metric.IsHigherBetter;
        Values = values;
        int splits = values.Values.FirstOrDefault()?.Length ?? 0;
        _ranks = values.Keys.ToDictionary(setting => setting, _ => new double[splits]);
        for (int split = 0; split < splits; split++)
        {
            double[] ranks = values.Values.Select(own => Cost(own[split])).Ranks(RankDefinition.Average);
            foreach ((ExperimentSetting setting, double rank) in values.Keys.Zip(ranks))
                _ranks[setting][split] = rank;
        }
    }

    /// <summary>The values by setting.</summary>
    public IReadOnlyDictionary<ExperimentSetting, double[]> Values { get; }

    /// <summary>The setting with the best mean; null where there is none.</summary>
    public ExperimentSetting? Best => Values.Count == 0 ? null : Values.MinBy(pair => Cost(pair.Value.Mean())).Key;

    public static MetricTable Of(ILookup<ExperimentSetting, ExperimentCell> cells, Metric metric) => new(
        metric,
        cells.Where(own => own.All(cell => cell.Metrics.ContainsKey(metric.Name)))
            .ToDictionary(own => own.Key, own => own.OrderBy(cell => cell.Seed).ThenBy(cell => cell.Fold).Select(cell => cell.Metrics[metric.Name]).ToArray()));

    public MetricSummary Summarise(ExperimentSetting setting)
    {
        double mean = Values[setting].Mean();
        return new MetricSummary(mean, Values[setting].StandardDeviation(), 1 + Values.Values.Count(other => Cost(other.Mean()) < Cost(mean)), _ranks[setting].Mean());
    }

    private double Cost(double value) => _isHigherBetter ? -value : value;
}
