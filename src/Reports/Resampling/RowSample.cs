namespace MLNet.LossExperiments.Reports;

/// <summary>Draws some of many rows, each as likely as the other.</summary>
internal static class RowSample
{
    // Far from the streams of resamples.
    private const int Stream = -1;

    /// <param name="rows">The number of rows.</param>
    /// <param name="most">How many to draw at most.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Their places, ascending; all where there are no more.</returns>
    public static int[] Of(int rows, int most, long seed)
    {
        if (rows <= most)
            return [.. Enumerable.Range(0, rows)];
        var random = new RandomStream(seed, Stream);
        var drawn = new int[most];
        int count = 0;
        for (int row = 0; count < most; row++)
        {
            // Each row is taken with the probability that the places left have among the rows left.
            if (random.NextBelow(rows - row) < most - count)
                drawn[count++] = row;
        }
        return drawn;
    }
}
