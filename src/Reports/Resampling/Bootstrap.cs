namespace MLNet.LossExperiments.Reports;

/// <summary>
/// Figures with their intervals. Rows are never copied: a resample is how often each row was drawn, so that rows may be sorted once for all, and the figures of the rows as they are come from the same code, with every count 1.
/// </summary>
internal sealed class Bootstrap
{
    // One row can be drawn in one way only.
    private const int LeastRows = 2;

    private readonly int _rows;
    private readonly double[][] _sorted;
    private readonly BootstrapPlan _plan;

    private Bootstrap(int rows, double[] values, double[][] sorted, BootstrapPlan plan) => (_rows, Values, _sorted, _plan) = (rows, values, sorted, plan);

    /// <summary>The figures of the rows as they are.</summary>
    public double[] Values { get; }

    /// <param name="rows">The number of rows.</param>
    /// <param name="figures">The number of figures.</param>
    /// <param name="measure">Measures; thread-safe.</param>
    /// <param name="plan">How often to draw.</param>
    /// <param name="taken">Is told after each resample how many were taken, from any thread; null for nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Bootstrap Run(int rows, int figures, CountedMeasure measure, BootstrapPlan plan, Action<int>? taken = null, CancellationToken cancellation = default)
    {
        var values = new double[figures];
        Array.Fill(values, double.NaN);
        if (rows == 0)
            return new Bootstrap(rows, values, [.. values.Select(_ => Array.Empty<double>())], plan);
        var ones = new byte[rows];
        Array.Fill(ones, (byte)1);
        measure(ones, values);
        var resampled = new double[plan.Resamples][];
        int count = 0;
        Parallel.For(0, plan.Resamples, new ParallelOptions { CancellationToken = cancellation }, () => new byte[rows], (resample, _, counts) =>
        {
            Draw(counts, new RandomStream(plan.Seed, resample));
            var own = new double[figures];
            measure(counts, own);
            resampled[resample] = own;
            taken?.Invoke(Interlocked.Increment(ref count));
            return counts;
        }, _ => { });
        return new Bootstrap(rows, values, [.. Enumerable.Range(0, figures).Select(figure => Defined(resampled, figure))], plan);
    }

    /// <summary>The interval of a figure; NaN of one row, where the figure itself is not defined, or is not in most resamples.</summary>
    public (double Low, double High) Interval(int figure)
    {
        double[] sorted = _sorted[figure];
        if (_rows < LeastRows || double.IsNaN(Values[figure]) || sorted.Length * 2 <= _plan.Resamples)
            return (double.NaN, double.NaN);
        double tail = (1 - _plan.Confidence) / 2;
        return (Quantile.OfSorted(sorted, tail), Quantile.OfSorted(sorted, 1 - tail));
    }

    /// <summary>A figure as it is shown.</summary>
    public MetricEstimate Estimate(int figure, MetricDefinition definition)
    {
        (double low, double high) = Interval(figure);
        bool isDefined = double.IsFinite(Values[figure]);
        return new MetricEstimate(definition.Name, definition.Title, Values[figure], low, high, definition.IsHigherBetter, definition.Explanation, isDefined ? null : definition.WhyUndefined);
    }

    private static void Draw(Span<byte> counts, RandomStream random)
    {
        counts.Clear();
        ulong rows = (ulong)counts.Length;
        int drawn = 0;
        // Two draws from each number: 32 bits each, whose bias is below 1 in 4 billion for each row.
        for (; drawn + 2 <= counts.Length; drawn += 2)
        {
            ulong bits = random.Next();
            counts[(int)(((bits >> 32) * rows) >> 32)]++;
            counts[(int)(((bits & uint.MaxValue) * rows) >> 32)]++;
        }
        if (drawn < counts.Length)
            counts[random.NextBelow(counts.Length)]++;
    }

    private static double[] Defined(double[][] resampled, int figure)
    {
        double[] values = [.. resampled.Select(own => own[figure]).Where(value => !double.IsNaN(value))];
        Array.Sort(values);
        return values;
    }
}
