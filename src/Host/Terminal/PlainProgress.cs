using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Writes a line now and then: for logs and pipes.</summary>
/// <param name="write">Writes a line.</param>
/// <param name="interval">The least time between two lines.</param>
internal sealed class PlainProgress(Action<string> write, TimeSpan interval) : FitProgress
{
    public override T Watch<T>(Func<ITrainingObserver, T> fit) => fit(new Observer(write, interval));

    private sealed class Observer(Action<string> write, TimeSpan interval) : ITrainingObserver
    {
        private EpochLine? _line;
        private OccasionalLine? _lines;

        public void FitStarted(FitStart start)
        {
            _line = new EpochLine(start);
            _lines = new OccasionalLine(write, interval);
        }

        public void EpochEnded(EpochRecord epoch, int member) => _lines!.Write(() => _line!.Describe(epoch));
    }
}
