namespace MLNet.LossExperiments.Reports.Tests.Measures;

/// <summary>A thinned curve looks as the whole one.</summary>
public sealed class CurveThinningTests
{
    [Fact]
    public void Keep_ManyPoints_LeavesTheCurveWhereItIs()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => i / 99_999.0)];
        double[] y = [.. x.Select(value => Math.Sqrt(value) + 0.1 * Math.Sin(40 * value))];
        int[] kept = CurveThinning.Keep(x, y, 500);
        Assert.Equal(500, kept.Length);
        Assert.Equal((0, 99_999), (kept[0], kept[^1]));
        double worst = 0;
        for (int segment = 1; segment < kept.Length; segment++)
        {
            (int from, int to) = (kept[segment - 1], kept[segment]);
            for (int i = from; i <= to; i++)
                worst = Math.Max(worst, DistanceToSegment(x[i], y[i], x[from], y[from], x[to], y[to]));
        }
        // A picture of 1,000 points cannot show it.
        Assert.True(worst < 0.0005, $"The curve is off by {worst}.");
    }

    private static double DistanceToSegment(double x, double y, double fromX, double fromY, double toX, double toY)
    {
        double alongX = toX - fromX, alongY = toY - fromY;
        double share = Math.Clamp(((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY), 0, 1);
        return Math.Sqrt(Math.Pow(x - fromX - share * alongX, 2) + Math.Pow(y - fromY - share * alongY, 2));
    }

    [Fact]
    public void Keep_StraightLine_KeepsItsEnds() => Assert.Equal([0, 4], CurveThinning.Keep([0, 1, 2, 3, 4], [0, 2, 4, 6, 8], 100));

    [Fact]
    public void Keep_CurveThatReturns_KeepsItsFarthestPoint() => Assert.Equal([0, 2, 4], CurveThinning.Keep([0, 1, 2, 1, 0], [0, 0, 0, 0, 0], 3));

    [Fact]
    public void Keep_Spike_IsAmongTheFirstKept()
    {
        double[] y = new double[1000];
        y[617] = 5;
        Assert.Contains(617, CurveThinning.Keep([.. Enumerable.Range(0, 1000).Select(i => (double)i)], y, 4));
    }

    [Fact]
    public void Keep_OnePoint_KeepsIt() => Assert.Equal([0], CurveThinning.Keep([1], [1], 10));
}
