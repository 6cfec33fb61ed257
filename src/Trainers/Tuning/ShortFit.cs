namespace MLNet.LossExperiments.Tuning;

/// <summary>A fit for the sake of its steps: an observer ends it when it has seen enough.</summary>
internal static class ShortFit
{
    public static void Run<TOptions>(TOptions options, ITrainingObserver observer, Action<TOptions> fit)
        where TOptions : MlpOptions
    {
        try
        {
            fit(options with
            {
                Observers = [observer],
                Patience = null,
                Monitor = ValidationMonitor.Loss,
                TimeLimit = null,
                MeasureTrainingLoss = false,
                Members = 1,
                AveragingDecay = null,
                Checkpoint = null,
                ResumeFrom = null,
            });
        }
        catch (EndedException)
        {
            // Seen enough.
        }
    }

    /// <summary>Ends the fit.</summary>
    public sealed class EndedException : Exception;
}
