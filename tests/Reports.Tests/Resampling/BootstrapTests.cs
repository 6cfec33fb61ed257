namespace MLNet.LossExperiments.Reports.Tests.Resampling;

/// <summary>The same seed gives the same intervals, whatever the processors do; another seed gives others.</summary>
public sealed class BootstrapTests
{
    private static readonly double[] Numbers = [.. Enumerable.Range(0, 500).Select(i => Math.Sin(i * i) + i % 7)];

    private static (double Low, double High) IntervalOfMean(long seed)
    {
        var sums = new CountedSums(null, Numbers);
        return Bootstrap.Run(Numbers.Length, 1, Mean, new BootstrapPlan(1000, seed)).Interval(0);

        void Mean(ReadOnlySpan<byte> counts, Span<double> figures)
        {
            Span<double> sum = stackalloc double[1];
            figures[0] = sums.Add(counts, sum) is var total ? sum[0] / total : double.NaN;
        }
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameIntervalToTheBit() => Assert.Equal(IntervalOfMean(3), IntervalOfMean(3));

    [Fact]
    public void Run_AnotherSeed_GivesAnotherInterval() => Assert.NotEqual(IntervalOfMean(3), IntervalOfMean(4));

    [Fact]
    public void Interval_OfAMean_IsThatOfTheoryToItsOwnError()
    {
        NumberSummary summary = NumberSummary.Of(Numbers);
        double error = summary.StandardDeviation / Math.Sqrt(Numbers.Length);
        (double low, double high) = IntervalOfMean(1);
        // A quantile of 1,000 resamples is known to 2.67 / √1,000 = 0.085 standard errors; four of these are allowed.
        Assert.Equal(summary.Mean - 1.96 * error, low, 0.34 * error);
        Assert.Equal(summary.Mean + 1.96 * error, high, 0.34 * error);
    }

    [Fact]
    public void Run_EachResample_DrawsAsManyRowsAsThereAre()
    {
        int resamples = 0;
        Bootstrap.Run(101, 1, Check, new BootstrapPlan(50));
        Assert.Equal(51, resamples);

        void Check(ReadOnlySpan<byte> counts, Span<double> figures)
        {
            int drawn = 0;
            foreach (byte count in counts)
                drawn += count;
            Assert.Equal(101, drawn);
            Interlocked.Increment(ref resamples);
        }
    }

    [Fact]
    public void Interval_FigureOfFewResamples_IsNone()
    {
        Bootstrap bootstrap = Bootstrap.Run(2, 1, (counts, figures) => figures[0] = counts[0] == 1 ? 1 : double.NaN, new BootstrapPlan(1000));
        // Both rows are drawn once in every second resample only.
        Assert.Equal(1, bootstrap.Values[0]);
        Assert.True(double.IsNaN(bootstrap.Interval(0).Low) || bootstrap.Interval(0) == (1, 1));
    }

    [Fact]
    public void RowSample_MoreRowsThanWanted_DrawsEachAboutAsOften()
    {
        var drawn = new int[100];
        for (int seed = 0; seed < 2000; seed++)
        {
            int[] rows = RowSample.Of(100, 10, seed);
            Assert.Equal(10, rows.Distinct().Count());
            foreach (int row in rows)
                drawn[row]++;
        }
        // 200 expected with a deviation of √(2,000 · 0.1 · 0.9) = 13.4; five of these.
        Assert.All(drawn, count => Assert.InRange(count, 133, 267));
    }

    [Fact]
    public void Run_Watched_TellsOfEachResampleAndCanBeEnded()
    {
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();
        Bootstrap.Run(2, 1, (_, figures) => figures[0] = 1, new BootstrapPlan(40), told.Add);
        Assert.Equal(Enumerable.Range(1, 40), told.Order());

        using var stop = new CancellationTokenSource();
        int taken = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Bootstrap.Run(2, 1, (_, figures) => figures[0] = 1, new BootstrapPlan(1_000_000), count =>
        {
            Interlocked.Increment(ref taken);
            if (count >= 3)
                stop.Cancel();
        }, stop.Token));
        Assert.True(taken < 100_000, $"{taken} resamples were taken");
    }
}
