using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Experiments;

public class SerialObserversTests
{
    private sealed class Counter(int throwAt = -1) : IExperimentObserver
    {
        private int _inside;

        public int Calls { get; private set; }

        public bool HaveMet { get; private set; }

        public void EpochEnded(CohortProgress progress) => Count();

        public void CellFinished(ExperimentCell cell) => Count();

        private void Count()
        {
            if (Interlocked.Increment(ref _inside) > 1)
                HaveMet = true;
            Thread.SpinWait(2000);
            Calls++;
            Interlocked.Decrement(ref _inside);
            if (Calls == throwAt)
                throw new NotSupportedException("enough");
        }
    }

    [Fact]
    public void Calls_FromManyThreads_ComeOneAtATime()
    {
        var counter = new Counter();
        var observers = new SerialObservers([counter]);
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 200; i++)
                observers.EpochEnded(new CohortProgress(1, 1, 1));
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Equal((1600, false), (counter.Calls, counter.HaveMet));
    }

    [Fact]
    public void CompareLosses_ObserverThatThrows_ReachesTheCaller()
    {
        var context = new MLContext(1);
        var experiment = new RegressionLossExperiment
        {
            Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.LogCosh()], Seeds = [.. Enumerable.Range(1, 40)], Folds = 3, Observers = [new Counter(throwAt: 5)],
            Trainer = new MlpRegressionOptions { HiddenSizes = [4], Epochs = 4 },
        };
        Assert.Equal("enough", Assert.Throws<NotSupportedException>(() => context.Regression.CompareLosses(context.Data.LoadFromEnumerable(Samples.Plane(90)), experiment)).Message);
    }
}
