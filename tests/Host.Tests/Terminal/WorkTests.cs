using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Tests.Terminal;

public class WorkTests
{
    [Theory]
    [InlineData("rows", 500_000L, 120_000, 3, "predicting: 120,000 of 500,000 rows, 40,000 rows/s, about 9.5 s left")]
    [InlineData("rows", 500_000L, 500_000, 10, "predicting: 500,000 of 500,000 rows, 50,000 rows/s")]
    [InlineData("rows", 100L, 120, 4, "predicting: 120 of 120 rows, 30 rows/s")]
    [InlineData("rows", null, 3, 2, "predicting: 3 rows, 1.5 rows/s")]
    [InlineData("rows", 10L, 0, 2, "predicting: 0 of 10 rows")]
    [InlineData("rows", 10L, 5, 0.1, "predicting: 5 of 10 rows")]
    [InlineData("bytes", 2_500_000_000L, 12_300_000, 4, "predicting: 12.3 MB of 2.50 GB, 3.1 MB/s, about 13 min left")]
    [InlineData("bytes", null, 999, 4, "predicting: 999 B, 249 B/s")]
    public void Describe_Work_TellsDoneRateAndTimeLeft(string unit, long? total, long done, double seconds, string expected) =>
        Assert.Equal(expected, new Work("predicting", unit, total).Describe(done, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Watch_Silent_RunsTheWork() => Assert.Equal(7, new SilentWorkProgress().Watch(new Work("reading", "rows"), report => Do(report, 7)));

    [Fact]
    public void Watch_Plain_WritesALineOnlyAfterTheInterval()
    {
        var lines = new List<string>();

        new PlainWorkProgress(lines.Add, TimeSpan.FromHours(1)).Watch(new Work("reading", "rows"), report => Do(report, 50));
        Assert.Empty(lines);

        new PlainWorkProgress(lines.Add, TimeSpan.Zero).Watch(new Work("reading", "rows", 50), report => Do(report, 50));
        Assert.Equal(50, lines.Count);
        Assert.StartsWith("reading: 50 of 50 rows", lines[^1], StringComparison.Ordinal);
    }

    private static long Do(Action<long> report, long count)
    {
        for (long i = 1; i <= count; i++)
            report(i);
        return count;
    }
}
