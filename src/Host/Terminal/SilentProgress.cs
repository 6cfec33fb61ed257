namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows nothing.</summary>
internal sealed class SilentProgress : FitProgress
{
    public override T Watch<T>(Func<ITrainingObserver, T> fit) => fit(new Deaf());

    private sealed class Deaf : ITrainingObserver;
}
