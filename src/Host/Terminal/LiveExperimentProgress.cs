using System.Diagnostics;
using MLNet.LossExperiments.Experiments;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Draws a table that fills as cells are finished, and takes it away at the end.</summary>
internal sealed class LiveExperimentProgress(IAnsiConsole console) : ExperimentProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    public override T Watch<T>(Func<IExperimentObserver, T> run) =>
        console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).Start(live => run(new Observer(live)));

    private static Rows Draw(ExperimentTally tally, string epoch)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(new TableColumn("Loss"), new TableColumn("Cells").RightAligned(), new TableColumn($"Mean {Markup.Escape(tally.Criterion)} so far").RightAligned());
        foreach ((ExperimentSetting setting, int finished, int failed, double mean) in tally.Rows)
        {
            string cells = failed == 0 ? $"{finished}" : $"{finished}, {failed} failed";
            table.AddRow(new Text($"{setting.Loss}"), new Text(cells), new Text(double.IsNaN(mean) ? "" : NumberText.Short(mean)));
        }
        return new Rows(table, new Text($"{tally.Describe()}{epoch}"));
    }

    private sealed class Observer(LiveDisplayContext live) : IExperimentObserver
    {
        private readonly Lock _lock = new();
        private ExperimentTally? _tally;
        private string _epoch = "";
        private long _lastDrawn;

        public void ExperimentStarted(ExperimentStart start)
        {
            long started = Stopwatch.GetTimestamp();
            _tally = new ExperimentTally(start, () => Stopwatch.GetElapsedTime(started));
            Update(always: true);
        }

        public void EpochEnded(CohortProgress progress)
        {
            lock (_lock)
            {
                _tally!.Add(progress);
                _epoch = $"; {progress.Cells} training together, epoch {progress.Epoch} of {progress.Epochs}";
                Update(always: false);
            }
        }

        public void CellFinished(ExperimentCell cell)
        {
            lock (_lock)
            {
                _tally!.Add(cell);
                Update(always: false);
            }
        }

        private void Update(bool always)
        {
            if (!always && Stopwatch.GetElapsedTime(_lastDrawn) < Interval)
                return;
            _lastDrawn = Stopwatch.GetTimestamp();
            live.UpdateTarget(Draw(_tally!, _epoch));
        }
    }
}
