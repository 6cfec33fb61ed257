using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Splits;

/// <summary>
/// Splits rows off that come in blocks, in two passes: counts them first, then tells of each whether it is split off. As many of each class, the same groups and the same times as <see cref="SplitOff"/> takes in memory. Holds
/// a number for each class, group or time, and none for a row.
/// </summary>
/// <param name="groupColumn">The column of the groups; null for none.</param>
/// <param name="timeColumn">The column of the times; null for none.</param>
internal sealed class StreamedSplit(string? groupColumn, string? timeColumn)
{
    private readonly Dictionary<long, long> _times = [];
    private readonly List<Dictionary<int, long>> _groups = [];
    private long[] _classes = [];

    /// <summary>Takes a block of the first pass.</summary>
    public void Count(RowTraits block)
    {
        if (block.Times is { } times)
        {
            foreach (long time in times)
                _times[time] = _times.GetValueOrDefault(time) + 1;
        }
        else if (block.Groups is not null)
        {
            RowGroup.Count(block, _groups);
        }
        else
        {
            long[] counts = block.CountClasses();
            if (counts.Length > _classes.Length)
                Array.Resize(ref _classes, counts.Length);
            for (int c = 0; c < counts.Length; c++)
                _classes[c] += counts[c];
        }
    }

    /// <summary>Decides what is split off of the rows that were counted.</summary>
    /// <param name="wanted">How many rows.</param>
    /// <param name="start">Where the random stream starts.</param>
    /// <returns>Tells of each row of the next block of the second pass whether it is split off.</returns>
    /// <exception cref="MlpTrainingException">There is one group, or one time.</exception>
    public Func<RowTraits, bool[]> Choose(long wanted, ulong start)
    {
        ulong state = start;
        if (timeColumn is not null)
        {
            long first = new TimeOrder(_times, timeColumn).FirstOfLatest(wanted);
            return block => [.. block.Times!.Select(time => time >= first)];
        }
        if (groupColumn is not null)
        {
            bool[] chosen = GroupChoice.Of(RowGroup.Of(_groups), wanted, groupColumn, ref state);
            return block => [.. block.Groups!.Select(group => chosen[group])];
        }
        long[] quotas = ClassQuotas.Of(_classes, wanted, ref state), left = [.. _classes];
        return block => [.. Enumerable.Range(0, block.Count).Select(row => IsDrawn(quotas, left, block.ClassOf(row), ref state))];
    }

    // Algorithm S (Knuth 1997, 3.4.2): of the rows of a class that are left each is as likely as any other, and their number comes out exactly.
    private static bool IsDrawn(long[] quotas, long[] left, int c, ref ulong state)
    {
        state = unchecked(state + SplitMix64.Increment);
        bool isDrawn = c < left.Length && (long)Math.BigMul(SplitMix64.Mix(state), (ulong)left[c]--, out _) < quotas[c];
        if (isDrawn)
            quotas[c]--;
        return isDrawn;
    }
}
