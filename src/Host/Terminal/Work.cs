using System.Globalization;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Work that may take long and counts what it has done, such as rows predicted or bytes read.</summary>
/// <param name="Name">What is done, for example <c>predicting</c>.</param>
/// <param name="Unit">What is counted, in the plural, for example <c>rows</c>. Bytes are told as kB, MB and GB.</param>
/// <param name="Total">How many there are; null where nobody knows.</param>
internal sealed record Work(string Name, string Unit, long? Total = null)
{
    // Before that a rate is a guess.
    private static readonly TimeSpan LeastToJudgeBy = TimeSpan.FromSeconds(0.5);

    private bool CountsBytes => Unit == "bytes";

    /// <summary>Where the work is, for example <c>predicting: 120,000 of 500,000 rows, 40,000 rows/s, about 10 s left</c>.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="elapsed">How long that took.</param>
    public string Describe(long done, TimeSpan elapsed)
    {
        string of = Total is { } total ? $" of {Count(Math.Max(total, done))}" : "";
        return $"{Name}: {Count(done)}{of}{(CountsBytes ? "" : $" {Unit}")}{Speed(done, elapsed)}";
    }

    private string Speed(long done, TimeSpan elapsed)
    {
        if (done <= 0 || elapsed < LeastToJudgeBy)
            return "";
        double rate = done / elapsed.TotalSeconds;
        string left = Total > done ? $", about {Duration.Describe(TimeSpan.FromSeconds((Total.Value - done) / rate))} left" : "";
        return $", {(rate < 10 && !CountsBytes ? rate.ToString("0.0", CultureInfo.InvariantCulture) : Count((long)rate))}{(CountsBytes ? "" : $" {Unit}")}/s{left}";
    }

    private string Count(long value) => value switch
    {
        _ when !CountsBytes => value.ToString("N0", CultureInfo.InvariantCulture),
        < 1_000 => $"{value} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.00} GB"),
    };
}
