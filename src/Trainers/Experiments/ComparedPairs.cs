using MathNet.Numerics.Statistics;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Statistics;

namespace MLNet.LossExperiments.Experiments;

/// <summary>
/// The pairs of settings that one metric is asked about, and what can be said of each: all pairs, since which setting is best is found on the same splits; with a baseline, which was named beforehand, only the pairs with it.
/// Verdicts, intervals and the settings that may be the best come from this one family, so they never contradict each other.
/// </summary>
internal sealed class ComparedPairs
{
    /// <summary>The probability that any pair of the family is told apart by chance alone.</summary>
    public const double Level = 0.05;

    // What the probability of the region of practical equivalence must be at least.
    private const double Confidence = 1 - Level;

    private readonly Metric _metric;
    private readonly MetricTable _table;
    private readonly ExperimentSetting[] _settings;
    private readonly Dictionary<(int First, int Second), (CorrectedDifference Difference, double CorrectedPValue)> _pairs;

    /// <param name="metric">The metric.</param>
    /// <param name="table">Its values.</param>
    /// <param name="baseline">The setting that others are to be compared with; null for all pairs.</param>
    public ComparedPairs(Metric metric, MetricTable table, ExperimentSetting? baseline)
    {
        _metric = metric;
        _table = table;
        _settings = [.. table.Ranked];
        Reference = Array.IndexOf(_settings, baseline) is int given and >= 0 ? given : 0;
        bool hasBaseline = Array.IndexOf(_settings, baseline) >= 0;
        (int First, int Second)[] pairs =
        [
            .. from first in Enumerable.Range(0, _settings.Length)
               from second in Enumerable.Range(first + 1, _settings.Length - first - 1)
               where !hasBaseline || first == Reference || second == Reference
               select (first, second),
        ];
        CorrectedDifference[] differences = [.. pairs.Select(pair => Difference(pair.First, pair.Second))];
        double[] pValues = [.. differences.Select(difference => difference.PValue)];
        double[] corrected = hasBaseline ? StepDownCorrection.Holm(pValues) : StepDownCorrection.AllPairs(pValues, _settings.Length);
        _pairs = pairs.Select((pair, i) => (pair, (differences[i], corrected[i]))).ToDictionary();
    }

    // The place of the setting that others are compared with, among those from the best to the worst.
    private int Reference { get; }

    /// <param name="region">What the user calls equal for practical purposes; null for the default of the metric.</param>
    public ComparedMetric Judge(EquivalenceRegion? region)
    {
        if (_settings.Length == 0)
            return new ComparedMetric(_metric.Name, _metric.Title, _metric.IsHigherBetter, 0, double.NaN, null, null, double.NaN, [], []);
        ExperimentSetting reference = _settings[Reference];
        double margin = (region ?? _metric.Equivalence).MarginAt(_table.Values[reference].Mean());
        return new ComparedMetric(
            _metric.Name,
            _metric.Title,
            _metric.IsHigherBetter,
            _table.Splits,
            _table.TestShare,
            _settings[0],
            reference,
            margin,
            [.. _settings.Where((_, place) => BeatenBy(place).Count == 0)],
            [.. Enumerable.Range(0, _settings.Length).Where(place => place != Reference).Select(place => Against(place, margin))]);
    }

    private PairedComparison Against(int place, double margin)
    {
        (CorrectedDifference difference, double corrected) = Pair(place, Reference);
        double half = difference.HalfWidth(Level / _pairs.Count), low = difference.Mean - half, high = difference.Mean + half;
        // Going down in steps finds a little more than intervals of one width for all; there the end beyond 0 gives way.
        if (corrected < Level)
            (low, high) = difference.Mean > 0 ? (Math.Max(0, low), high) : (low, Math.Min(0, high));
        (double below, double within, double above) = difference.Probabilities(margin);
        (double better, double worse) = _metric.IsHigherBetter ? (above, below) : (below, above);
        return new PairedComparison(_settings[place], difference.Mean, low, high, difference.PValue, corrected, better, within, worse, Verdict(place, corrected, within), [.. BeatenBy(place).Select(by => _settings[by])]);
    }

    private ComparisonVerdict Verdict(int place, double corrected, double within) =>
        double.IsNaN(corrected) ? ComparisonVerdict.Unknown
        : within >= Confidence ? ComparisonVerdict.PracticallyEqual
        : !(corrected < Level) ? ComparisonVerdict.CannotTell
        // From the best to the worst: what stands before is better.
        : place < Reference ? ComparisonVerdict.Better
        : ComparisonVerdict.Worse;

    private List<int> BeatenBy(int place) => [.. Enumerable.Range(0, place).Where(better => _pairs.TryGetValue((better, place), out var pair) && pair.CorrectedPValue < Level)];

    // Of the first minus the second.
    private (CorrectedDifference Difference, double CorrectedPValue) Pair(int first, int second) =>
        first < second ? _pairs[(first, second)]
        : _pairs[(second, first)] is var (difference, corrected) ? (difference with { Mean = -difference.Mean }, corrected)
        : default;

    private CorrectedDifference Difference(int first, int second) =>
        CorrectedDifference.Of([.. _table.Values[_settings[first]].Zip(_table.Values[_settings[second]], Subtract)], _table.TestShare);

    // Predictions that are the same may be measured as different by the last bits.
    private static double Subtract(double value, double other) => Math.Abs(value - other) <= 1e-12 * Math.Max(Math.Abs(value), Math.Abs(other)) ? 0 : value - other;
}
