using MLNet.LossExperiments.Experiments;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows nothing.</summary>
internal sealed class SilentExperimentProgress : ExperimentProgress
{
    public override T Watch<T>(Func<IExperimentObserver, T> run) => run(new Observer());

    private sealed class Observer : IExperimentObserver;
}
