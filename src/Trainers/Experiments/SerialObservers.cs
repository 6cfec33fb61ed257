namespace MLNet.LossExperiments.Experiments;

/// <summary>Several observers as one. Cohorts are trained side by side; their calls come one at a time.</summary>
internal sealed class SerialObservers(IReadOnlyList<IExperimentObserver> observers) : IExperimentObserver
{
    private readonly Lock _calling = new();

    public void ExperimentStarted(ExperimentStart start) => Call(observer => observer.ExperimentStarted(start));

    public void EpochEnded(CohortProgress progress) => Call(observer => observer.EpochEnded(progress));

    public void CellFinished(ExperimentCell cell) => Call(observer => observer.CellFinished(cell));

    // An exception of an observer leaves the lock and ends its cohort; the others are not held up.
    private void Call(Action<IExperimentObserver> call)
    {
        lock (_calling)
        {
            foreach (IExperimentObserver observer in observers)
                call(observer);
        }
    }
}
