using System.Diagnostics;
using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes a line now and then: for logs and pipes.</summary>
/// <param name="write">Writes a line.</param>
/// <param name="interval">The least time between two lines.</param>
internal sealed class PlainExperimentProgress(Action<string> write, TimeSpan interval) : ExperimentProgress
{
    public override T Watch<T>(Func<IExperimentObserver, T> run) => run(new Observer(write, interval));

    private sealed class Observer(Action<string> write, TimeSpan interval) : IExperimentObserver
    {
        private readonly Lock _lock = new();
        private ExperimentTally? _tally;
        private OccasionalLine? _lines;

        public void ExperimentStarted(ExperimentStart start)
        {
            long started = Stopwatch.GetTimestamp();
            _tally = new ExperimentTally(start, () => Stopwatch.GetElapsedTime(started));
            _lines = new OccasionalLine(write, interval);
            if (start.Finished.Count == start.Cells)
                write($"All {start.Cells} cells were finished before; --fresh would train them again.");
            else if (start.Finished.Count > 0)
                write($"{start.Finished.Count} of {start.Cells} cells were finished before; going on with the rest.");
        }

        public void EpochEnded(CohortProgress progress)
        {
            lock (_lock)
            {
                _tally!.Add(progress);
                _lines!.Write(_tally.Describe);
            }
        }

        public void CellFinished(ExperimentCell cell)
        {
            lock (_lock)
            {
                _tally!.Add(cell);
                _lines!.Write(_tally.Describe);
            }
        }
    }
}
