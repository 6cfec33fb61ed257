namespace MLNet.LossExperiments.Reports;

/// <summary>Adds up what rows cost when features are dealt.</summary>
/// <param name="weights">The weights of the rows; null for 1.</param>
/// <param name="baseline">What each row costs with nothing dealt.</param>
/// <param name="isRoot">Whether the metric is the root of the mean.</param>
internal sealed class ImportanceFigures(double[]? weights, double[] baseline, bool isRoot)
{
    private readonly List<double[]> _sums = [];
    private readonly List<List<double>> _increases = [];

    public double Baseline { get; } = MetricOf(baseline, weights, isRoot);

    /// <summary>Adds one dealing of a feature, the features in order.</summary>
    public void Add(int feature, double[] costs)
    {
        if (feature == _sums.Count)
        {
            _sums.Add(new double[costs.Length]);
            _increases.Add([]);
        }
        for (int row = 0; row < costs.Length; row++)
            _sums[feature][row] += costs[row];
        _increases[feature].Add(MetricOf(costs, weights, isRoot) - Baseline);
    }

    public FeatureImportance[] Measure(IReadOnlyList<string> features, BootstrapPlan plan)
    {
        double[][] means = [.. _sums.Select((sum, feature) => sum.Select(cost => cost / _increases[feature].Count).ToArray())];
        var sums = new CountedSums(weights, [baseline, .. means]);
        Bootstrap bootstrap = Bootstrap.Run(baseline.Length, features.Count, Measure, plan);
        return
        [
            .. features.Select((name, feature) =>
            {
                (double low, double high) = bootstrap.Interval(feature);
                return new FeatureImportance(name, bootstrap.Values[feature], low, high, NumberSummary.Of(_increases[feature]).StandardDeviation);
            }).OrderByDescending(feature => feature.Increase),
        ];

        void Measure(ReadOnlySpan<byte> counts, Span<double> figures)
        {
            var own = new double[features.Count + 1];
            double total = sums.Add(counts, own);
            for (int feature = 0; feature < figures.Length; feature++)
                figures[feature] = Rooted(own[feature + 1] / total, isRoot) - Rooted(own[0] / total, isRoot);
        }
    }

    private static double MetricOf(double[] costs, double[]? weights, bool isRoot) =>
        Rooted(weights is null ? costs.Average() : costs.Zip(weights, (cost, weight) => cost * weight).Sum() / weights.Sum(), isRoot);

    private static double Rooted(double mean, bool isRoot) => isRoot ? Math.Sqrt(mean) : mean;
}
