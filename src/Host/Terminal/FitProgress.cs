namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows how a fit goes.</summary>
internal abstract class FitProgress
{
    /// <summary>Runs a fit that tells the observer given to it.</summary>
    public abstract T Watch<T>(Func<ITrainingObserver, T> fit);
}
