namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Shows how far work is that counts what it has done.</summary>
internal abstract class WorkProgress
{
    /// <summary>Runs work that tells how many it has done so far, as often as it likes and from any thread.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="run">The work. Another progress must not be shown while it runs.</param>
    public abstract T Watch<T>(Work work, Func<Action<long>, T> run);
}
