namespace MLNet.LossExperiments.Schedules;

/// <summary>Half cosines one after the other, each starting again at the learning rate (Loshchilov and Hutter, "SGDR", ICLR 2017). Changes once an epoch.</summary>
public sealed record CosineRestartsSchedule : LearningRateSchedule
{
    internal const int DefaultEpochs = 10;

    internal CosineRestartsSchedule()
        : base("cosine-restarts")
    {
    }

    /// <summary>The epochs of the first half cosine. At least 1; default 10.</summary>
    public int Epochs { get; init; } = DefaultEpochs;

    /// <summary>By what each is longer than the one before. At least 1; default 1.</summary>
    public int Growth { get; init; } = 1;

    /// <summary>The minimum, as a share of the learning rate. In [0, 1]; default 0.</summary>
    public double Minimum { get; init; }

    private protected override (string Name, object Value)[] Settings => [("epochs", Epochs), ("growth", Growth), ("minimum", Minimum)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByEpoch(stepsPerEpoch, epoch =>
    {
        long length = Epochs;
        for (; epoch >= length; length *= Growth)
            epoch -= length;
        return CosineSchedule.HalfCosine((double)epoch / length, Minimum);
    });

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults().Concat(MinimumFaults(Minimum)))
            yield return fault;
        if (Epochs < 1)
            yield return new(nameof(MlpOptions.Schedule), $"restarts after {Epochs} epochs, but that must be at least 1.");
        if (Growth < 1)
            yield return new(nameof(MlpOptions.Schedule), $"has the growth {Growth}, but it must be at least 1.");
    }
}
