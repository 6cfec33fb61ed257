namespace MLNet.LossExperiments;

/// <summary>Where and how often the state of a fit is saved, so that <see cref="MlpOptions.ResumeFrom"/> can go on with it. A checkpoint is written beside its file and then renamed: there is always a whole one.</summary>
/// <param name="Path">The file. Its folder is made where it is missing; an older checkpoint is replaced.</param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>After how many epochs a checkpoint is written. At least 1, or null for no such rule; default 1.</summary>
    public int? EveryEpochs { get; init; } = 1;

    /// <summary>After how much time a checkpoint is written, at the end of the epoch. Greater than 0, or null (the default) for no such rule.</summary>
    public TimeSpan? Every { get; init; }

    internal IEnumerable<OptionFault> FindFaults()
    {
        if (string.IsNullOrWhiteSpace(Path))
            yield return new(nameof(MlpOptions.Checkpoint), "has an empty path, but must name a file.");
        if (EveryEpochs < 1)
            yield return new(nameof(MlpOptions.Checkpoint), $"is written every {EveryEpochs} epochs, but that must be at least 1, or null.");
        if (Every <= TimeSpan.Zero)
            yield return new(nameof(MlpOptions.Checkpoint), $"is written every {Every}, but that must be a time greater than 0, or null.");
        if (EveryEpochs is null && Every is null)
            yield return new(nameof(MlpOptions.Checkpoint), "is never written: both rules are null, but one must say when.");
    }
}
