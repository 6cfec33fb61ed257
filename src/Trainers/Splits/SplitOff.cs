using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Splits;

/// <summary>Splits rows off: the latest, or whole groups, or rows at random of each class. <see cref="StreamedSplit"/> does the same for rows that are not in memory.</summary>
internal static class SplitOff
{
    /// <param name="rows">The rows, at least two.</param>
    /// <param name="share">The share to split off, of which at least one row comes and one stays.</param>
    /// <param name="start">Where the random stream starts.</param>
    /// <returns>For each row whether it is split off.</returns>
    /// <exception cref="MlpTrainingException">There is one group, or one time.</exception>
    public static bool[] Of(RowTraits rows, double share, ulong start) => Of(rows, CountOf(rows.Count, share), start);

    /// <param name="rows">The rows, at least two.</param>
    /// <param name="wanted">How many to split off, as far as groups and times allow.</param>
    /// <param name="start">Where the random stream starts.</param>
    public static bool[] Of(RowTraits rows, long wanted, ulong start)
    {
        ulong state = start;
        if (rows.Times is { } times)
        {
            long first = TimeOrder.Of(rows).FirstOfLatest(wanted);
            return [.. times.Select(time => time >= first)];
        }
        if (rows.Groups is { } groups)
        {
            bool[] chosen = GroupChoice.Of(RowGroup.AllOf(rows), wanted, rows.GroupColumn, ref state);
            return [.. groups.Select(group => chosen[group])];
        }
        long[] quotas = ClassQuotas.Of(rows.CountClasses(), wanted, ref state);
        var isOff = new bool[rows.Count];
        foreach (int row in RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, rows.Count)]))
            isOff[row] = quotas[rows.ClassOf(row)]-- > 0;
        return isOff;
    }

    /// <summary>The rows of a share: at least one, and not all.</summary>
    public static long CountOf(long rows, double share) => Math.Clamp((long)Math.Round(rows * share), 1, rows - 1);
}
