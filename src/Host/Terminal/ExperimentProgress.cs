using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows how a comparison goes.</summary>
internal abstract class ExperimentProgress
{
    /// <summary>Runs a comparison that tells the observer given to it.</summary>
    public abstract T Watch<T>(Func<IExperimentObserver, T> run);
}
