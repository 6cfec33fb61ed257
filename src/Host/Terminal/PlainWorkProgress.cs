using System.Diagnostics;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes a line now and then: for logs and pipes.</summary>
/// <param name="write">Writes a line.</param>
/// <param name="interval">The least time between two lines, and before the first.</param>
internal sealed class PlainWorkProgress(Action<string> write, TimeSpan interval) : WorkProgress
{
    public override T Watch<T>(Work work, Func<Action<long>, T> run)
    {
        var gate = new Lock();
        var lines = new OccasionalLine(write, interval);
        long start = Stopwatch.GetTimestamp();
        return run(done =>
        {
            lock (gate)
                lines.Write(() => work.Describe(done, Stopwatch.GetElapsedTime(start)));
        });
    }
}
