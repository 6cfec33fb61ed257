namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows nothing.</summary>
internal sealed class SilentWorkProgress : WorkProgress
{
    public override T Watch<T>(Work work, Func<Action<long>, T> run) => run(_ => { });
}
