namespace MLNet.LossExperiments.Reports;

/// <summary>Which thresholds are worth showing.</summary>
internal static class ThresholdChoice
{
    private const int Many = 200;
    private const int FewCount = 20;

    /// <summary>Thresholds for a slider: fine where scores are dense, and over the whole range of probabilities.</summary>
    public static double[] ForSlider(BinaryRows rows, IReadOnlyList<double> wanted)
    {
        IEnumerable<double> dense = Spread(rows, Many);
        IEnumerable<double> even = rows.Source.HasProbabilities ? Enumerable.Range(0, Many + 1).Select(i => (double)i / Many) : [];
        double[] ends = rows.Count == 0 ? [] : [rows.ThresholdAfter(0), rows.ThresholdAfter(rows.GroupEnds.Length)];
        return [.. dense.Concat(even).Concat(wanted).Concat(ends).Append(rows.Source.EffectiveThreshold).Distinct().Order()];
    }

    /// <summary>The figures at a few thresholds, the model's own among them.</summary>
    public static ThresholdFigures[] Few(BinaryRows rows, EvaluationOptions options)
    {
        IEnumerable<double> chosen = rows.Source.HasProbabilities ? Enumerable.Range(1, FewCount - 1).Select(i => (double)i / FewCount) : Spread(rows, FewCount);
        return [.. chosen.Append(rows.Source.EffectiveThreshold).Distinct().Order().Select(threshold => ThresholdFigures.At(threshold, rows, options))];
    }

    // Such that the rows between two thresholds are about as many.
    private static IEnumerable<double> Spread(BinaryRows rows, int count) =>
        Enumerable.Range(1, count - 1).Select(i => (int)((long)rows.GroupEnds.Length * i / count)).Where(group => group > 0).Distinct().Select(rows.ThresholdAfter);
}
