namespace MLNet.LossExperiments.Reports;

/// <summary>
/// Keeps few of the many points of a curve, so that the curve looks the same: from the straight line between its ends it always adds the point that is farthest from the curve drawn so far
/// (Douglas and Peucker 1973), both axes being scaled to the range of the curve.
/// </summary>
internal static class CurveThinning
{
    /// <param name="x">Where the points are.</param>
    /// <param name="y">How high they are.</param>
    /// <param name="most">How many to keep at most; at least 2.</param>
    /// <returns>The places of the points kept, ascending. The ends are always among them.</returns>
    public static int[] Keep(IReadOnlyList<double> x, IReadOnlyList<double> y, int most)
    {
        int count = x.Count;
        if (count <= 2)
            return [.. Enumerable.Range(0, count)];
        double[] across = Scaled(x), up = Scaled(y);
        var kept = new List<int> { 0, count - 1 };
        var segments = new PriorityQueue<(int From, int To, int Farthest), double>();
        void Add(int from, int to)
        {
            (int farthest, double distance) = Farthest(across, up, from, to);
            if (distance > 0)
                segments.Enqueue((from, to, farthest), -distance);
        }

        Add(0, count - 1);
        while (kept.Count < most && segments.TryDequeue(out (int From, int To, int Farthest) segment, out _))
        {
            kept.Add(segment.Farthest);
            Add(segment.From, segment.Farthest);
            Add(segment.Farthest, segment.To);
        }
        kept.Sort();
        return [.. kept];
    }

    /// <summary>The places picked out of a list.</summary>
    public static T[] Pick<T>(this IReadOnlyList<T> values, int[] places) => [.. places.Select(place => values[place])];

    private static double[] Scaled(IReadOnlyList<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values.Where(double.IsFinite))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return [.. values.Select(value => double.IsFinite(value) && high > low ? (value - low) / (high - low) : 0)];
    }

    // The distance to the line through both ends, or where these are one point, to that.
    private static (int Place, double Distance) Farthest(double[] x, double[] y, int from, int to)
    {
        double alongX = x[to] - x[from], alongY = y[to] - y[from], length = Math.Sqrt(alongX * alongX + alongY * alongY);
        (int place, double greatest) = (-1, 0);
        for (int i = from + 1; i < to; i++)
        {
            double offX = x[i] - x[from], offY = y[i] - y[from];
            double distance = length > 0 ? Math.Abs(alongX * offY - alongY * offX) / length : Math.Sqrt(offX * offX + offY * offY);
            if (distance > greatest)
                (place, greatest) = (i, distance);
        }
        return (place, greatest);
    }
}
