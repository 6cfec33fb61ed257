using System.Diagnostics;
using MLNet.LossExperiments.Reports;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Draws a bar once the work takes longer than a glance, and takes it away at the end.</summary>
/// <param name="console">The terminal.</param>
/// <param name="delay">How long nothing is drawn, lest short work make the terminal flicker.</param>
internal sealed class LiveWorkProgress(IAnsiConsole console, TimeSpan delay) : WorkProgress
{
    public override T Watch<T>(Work work, Func<Action<long>, T> run)
    {
        using var bar = new Bar(console, work, delay);
        return run(bar.Report);
    }

    private sealed class Bar(IAnsiConsole console, Work work, TimeSpan delay) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _done;
        private Task? _drawing;

        public void Report(long done)
        {
            Volatile.Write(ref _done, done);
            if (_drawing is not null || Stopwatch.GetElapsedTime(_start) < delay)
                return;
            lock (_gate)
                _drawing ??= Task.Run(DrawAsync);
        }

        public void Dispose()
        {
            _end.SetResult();
            _drawing?.Wait();
        }

        private Task DrawAsync() => console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async bars =>
            {
                ProgressTask bar = bars.AddTask(work.Name, maxValue: Math.Max(1, work.Total ?? 1));
                bar.IsIndeterminate = work.Total is null;
                while (!_end.Task.IsCompleted)
                {
                    long done = Volatile.Read(ref _done);
                    bar.Value = work.Total is null ? 0 : done;
                    bar.Description = Markup.Escape(VisibleText.Clean(work.Describe(done, Stopwatch.GetElapsedTime(_start))));
                    await Task.WhenAny(_end.Task, Task.Delay(TimeSpan.FromSeconds(0.1)));
                }
            });
    }
}
