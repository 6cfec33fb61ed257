using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Splits;

/// <summary>
/// How many rows of each class are split off: the share of the class, rounded to whole rows by largest remainder so that all add up to what is wanted; but of a class of two rows or more at least one is split off and one left,
/// as far as what is wanted suffices. A class of one row is left.
/// </summary>
internal static class ClassQuotas
{
    /// <param name="counts">The rows of each class.</param>
    /// <param name="total">How many rows are split off of all.</param>
    /// <param name="state">Decides among classes with equal claims; moves on.</param>
    public static long[] Of(IReadOnlyList<long> counts, long total, ref ulong state)
    {
        double share = (double)total / counts.Sum();
        int[] classes = RandomOrder.Shuffled(ref state, [.. Enumerable.Range(0, counts.Count)]);
        long[] quotas = [.. counts.Select(count => count < 2 ? 0 : Math.Clamp((long)(count * share), 1, count - 1))];
        while (total - quotas.Sum() is var missing and not 0)
        {
            int step = Math.Sign(missing);
            // Within what each class needs first, then beyond it.
            int[] able = [.. classes.Where(c => step > 0 ? quotas[c] < counts[c] - 1 : quotas[c] > 1)];
            if (able.Length == 0)
                able = [.. classes.Where(c => step > 0 ? quotas[c] < counts[c] : quotas[c] > 0)];
            foreach (int c in able.OrderByDescending(c => step * (counts[c] * share - quotas[c])).Take((int)Math.Min(Math.Abs(missing), able.Length)))
                quotas[c] += step;
        }
        return quotas;
    }
}
