namespace MLNet.LossExperiments.Observers;

/// <summary>Writes what observers write down, and says in a sentence what cannot be written.</summary>
internal static class RecordFile
{
    /// <param name="what">What is written, to begin a sentence.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="MlpTrainingException">It cannot be written.</exception>
    public static void Write(string what, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MlpTrainingException($"{what} cannot be written: {e.Message}");
        }
    }
}
