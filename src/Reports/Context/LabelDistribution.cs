namespace MLNet.LossExperiments.Reports;

/// <summary>How labels are distributed in each part of the data: by class, or for numbers in bins that all parts share.</summary>
/// <param name="Classes">The classes, in the order of the counts; empty where the label is a number.</param>
/// <param name="Edges">The edges of the bins, one more than there are bins; empty where the label is a class.</param>
/// <param name="Parts">The counts of each part.</param>
public sealed record LabelDistribution(IReadOnlyList<string> Classes, IReadOnlyList<double> Edges, IReadOnlyList<LabelCounts> Parts)
{
    /// <summary>Counts labels that are numbers.</summary>
    /// <param name="parts">The name of each part of the data, and its labels; those that are NaN do not count.</param>
    /// <returns>The distribution. Outliers that are left out of the bins are in the summary of their part.</returns>
    public static LabelDistribution OfNumbers(IReadOnlyList<KeyValuePair<string, IReadOnlyList<float>>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        double[][] labels = [.. parts.Select(part => part.Value.Where(float.IsFinite).Select(label => (double)label).ToArray())];
        double[] all = [.. labels.SelectMany(own => own)];
        Array.Sort(all);
        double[] edges = all.Length == 0 ? [] : Histogram.EdgesFor(all);
        return new LabelDistribution([], edges, [.. parts.Zip(labels, (part, own) => new LabelCounts(part.Key, CountIn(edges, own), NumberSummary.Of(own)))]);
    }

    /// <summary>Counts labels that are classes.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="parts">The name of each part of the data, and the index of each label's class; those out of range do not count.</param>
    /// <returns>The distribution.</returns>
    public static LabelDistribution OfClasses(IReadOnlyList<string> classes, IReadOnlyList<KeyValuePair<string, IReadOnlyList<int>>> parts)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(parts);
        return new LabelDistribution(classes, [], [.. parts.Select(part => new LabelCounts(part.Key, CountOf(classes.Count, part.Value), null))]);
    }

    private static long[] CountIn(double[] edges, double[] labels) =>
        edges.Length == 0 ? [] : [.. Histogram.CountIn(edges, labels, null, out _, out _).Select(count => (long)count)];

    private static long[] CountOf(int classes, IReadOnlyList<int> labels)
    {
        var counts = new long[classes];
        foreach (int label in labels.Where(label => label >= 0 && label < classes))
            counts[label]++;
        return counts;
    }
}
