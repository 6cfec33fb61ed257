using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>Divides rows at random into training, validation and test set.</summary>
internal static class Splitter
{
    /// <param name="rows">The rows.</param>
    /// <param name="shares">How many go where.</param>
    /// <param name="seed">Two splits with one seed are equal.</param>
    /// <param name="stratumOf">Rows of one stratum, a class, are divided by the shares among themselves; null for one stratum.</param>
    public static (TableRows Training, TableRows Validation, TableRows Test) Split(TableRows rows, SplitShares shares, int seed, Func<int, string>? stratumOf = null)
    {
        ulong state = StreamStart.Of(seed, StreamPurpose.Sets);
        List<int> training = [], validation = [], test = [];
        double validationDue = 0, testDue = 0;
        foreach (int[] inOrder in Strata(rows.Rows, stratumOf))
        {
            int[] stratum = RandomOrder.Shuffled(ref state, inOrder);
            // What rounding denied one stratum is due to the next, so that many small ones do not shift the whole.
            validationDue += shares.Validation * stratum.Length;
            testDue += shares.Test * stratum.Length;
            int most = stratum.Length - 1;
            int testCount = Math.Clamp((int)Math.Round(testDue, MidpointRounding.AwayFromZero), 0, most);
            int validationCount = Math.Clamp((int)Math.Round(validationDue, MidpointRounding.AwayFromZero), 0, most - testCount);
            testDue -= testCount;
            validationDue -= validationCount;
            test.AddRange(stratum.AsSpan(0, testCount));
            validation.AddRange(stratum.AsSpan(testCount, validationCount));
            training.AddRange(stratum.AsSpan(testCount + validationCount));
        }
        return (Ordered(training), Ordered(validation), Ordered(test));

        TableRows Ordered(List<int> places) => rows with { Rows = [.. places.Order()] };
    }

    private static IEnumerable<int[]> Strata(int[] rows, Func<int, string>? stratumOf) =>
        stratumOf is null
            ? [rows]
            : rows.GroupBy(stratumOf).OrderBy(stratum => stratum.Key, StringComparer.Ordinal).Select(stratum => stratum.ToArray());
}
