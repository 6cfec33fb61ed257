namespace MLNet.LossExperiments.Host;

/// <summary>The user stopped a command that had already saved something to go on from.</summary>
internal sealed class StoppedException : OperationCanceledException
{
    private StoppedException(string sentence, OperationCanceledException inner)
        : base(sentence, inner)
    {
    }

    /// <summary>Runs what saves its state in a file as it goes.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="sentence">What is in the file, and how to go on from it.</param>
    /// <param name="run">The work.</param>
    /// <exception cref="StoppedException">It was stopped after it had saved something.</exception>
    public static T Guard<T>(string? path, string sentence, Func<T> run)
    {
        DateTime started = DateTime.UtcNow;
        try
        {
            return run();
        }
        catch (OperationCanceledException e) when (path is not null && File.Exists(path) && File.GetLastWriteTimeUtc(path) >= started)
        {
            throw new StoppedException(sentence, e);
        }
    }
}
