using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Simd;
using MLNet.LossExperiments.Splits;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>Divides rows into training, validation and test set: at random, or by groups, or by time.</summary>
internal static class Splitter
{
    /// <param name="rows">The rows.</param>
    /// <param name="shares">How many go where.</param>
    /// <param name="seed">Two splits with one seed are equal.</param>
    /// <param name="traits">What the division respects, of the rows in their order; null for nothing.</param>
    /// <exception cref="MlpTrainingException">There are too few groups or times.</exception>
    public static (TableRows Training, TableRows Validation, TableRows Test) Split(TableRows rows, SplitShares shares, int seed, RowTraits? traits = null)
    {
        traits ??= new RowTraits(rows.Count);
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        (int[] rest, int[] test) = Off(all, shares.Test, 0);
        (int[] training, int[] validation) = Off(rest, shares.Validation, 1);
        return (Of(training), Of(validation), Of(test));

        (int[] Kept, int[] Off) Off(int[] places, double share, int step)
        {
            long wanted = Math.Min((long)Math.Round(share * rows.Count, MidpointRounding.AwayFromZero), places.Length - 1);
            if (wanted <= 0)
                return (places, []);
            bool[] isOff = SplitOff.Of(traits.Of(places), wanted, StreamStart.Of(seed, StreamPurpose.Sets, step));
            return ([.. places.Where((_, i) => !isOff[i])], [.. places.Where((_, i) => isOff[i])]);
        }

        TableRows Of(int[] places) => rows with { Rows = [.. places.Select(place => rows.Rows[place])] };
    }
}
