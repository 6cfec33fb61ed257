namespace MLNet.LossExperiments.Simd;

/// <summary>Random orders, all equally likely.</summary>
internal static class RandomOrder
{
    /// <summary>Fills in the numbers from 0, each once.</summary>
    /// <param name="state">Where the stream is; moves on.</param>
    /// <param name="order">Filled in.</param>
    public static void Draw(ref ulong state, Span<long> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            // Fisher and Yates, from the inside out; the high half of a product spreads 64 random bits over the places.
            state = unchecked(state + SplitMix64.Increment);
            int place = (int)Math.BigMul(SplitMix64.Mix(state), (ulong)i + 1, out _);
            order[i] = order[place];
            order[place] = i;
        }
    }

    /// <summary>Brings values into a random order.</summary>
    /// <param name="state">Where the stream is; moves on.</param>
    /// <param name="values">The values.</param>
    /// <returns>The same values.</returns>
    public static T[] Shuffled<T>(ref ulong state, IReadOnlyList<T> values)
    {
        var order = new long[values.Count];
        Draw(ref state, order);
        return [.. order.Select(place => values[(int)place])];
    }
}
