using System.Diagnostics;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes a line now and then, however often it is asked to.</summary>
/// <param name="write">Writes a line.</param>
/// <param name="interval">The least time between two lines, and before the first.</param>
internal sealed class OccasionalLine(Action<string> write, TimeSpan interval)
{
    private long _last = Stopwatch.GetTimestamp();

    public void Write(Func<string> describe)
    {
        if (Stopwatch.GetElapsedTime(_last) < interval)
            return;
        write(describe());
        _last = Stopwatch.GetTimestamp();
    }
}
