namespace MLNet.LossExperiments.Host;

/// <summary>The user stopped a command that had already saved something to go on from.</summary>
internal sealed class StoppedException : OperationCanceledException
{
    private StoppedException(string sentence, OperationCanceledException inner)
        : base(sentence, inner)
    {
    }

    /// <summary>Ends a command that was stopped, and yet saved what it had.</summary>
    /// <param name="sentence">What is saved.</param>
    /// <param name="stop">Whether the user asked to stop.</param>
    /// <exception cref="StoppedException">The user did.</exception>
    public static void ThrowIfStopped(string sentence, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            throw new StoppedException(sentence, new OperationCanceledException(stop));
    }

    /// <summary>Runs what saves its state in a file as it goes.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="sentence">What is in the file, and how to go on from it.</param>
    /// <param name="run">The work.</param>
    /// <exception cref="StoppedException">It was stopped after it had saved something.</exception>
    public static T Guard<T>(string? path, string sentence, Func<T> run) => Guard(() => path, _ => sentence, run);

    /// <summary>Runs what saves its state as it goes, in a file that it chooses itself.</summary>
    /// <param name="path">The file; null for none yet.</param>
    /// <param name="sentence">What is in the file, and how to go on from it.</param>
    /// <param name="run">The work.</param>
    /// <exception cref="StoppedException">It was stopped after it had saved something.</exception>
    public static T Guard<T>(Func<string?> path, Func<string, string> sentence, Func<T> run)
    {
        DateTime started = DateTime.UtcNow;
        try
        {
            return run();
        }
        catch (OperationCanceledException e) when (path() is { } saved && File.Exists(saved) && File.GetLastWriteTimeUtc(saved) >= started)
        {
            throw new StoppedException(sentence(path()!), e);
        }
    }

    /// <summary>Runs what saves its state as it goes.</summary>
    /// <param name="hasSaved">Whether it has saved anything.</param>
    /// <param name="sentence">What it has saved, and how to go on from it.</param>
    /// <param name="run">The work.</param>
    /// <exception cref="StoppedException">It was stopped after it had saved something.</exception>
    public static T Guard<T>(Func<bool> hasSaved, string sentence, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException e) when (hasSaved())
        {
            throw new StoppedException(sentence, e);
        }
    }
}
