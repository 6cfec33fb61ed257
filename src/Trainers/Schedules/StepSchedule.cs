namespace MLNet.LossExperiments.Schedules;

/// <summary>Multiplies the learning rate by a factor every so many epochs.</summary>
public sealed record StepSchedule : LearningRateSchedule
{
    internal const int DefaultEpochs = 30;
    internal const double DefaultFactor = 0.1;

    internal StepSchedule()
        : base("step")
    {
    }

    /// <summary>After how many epochs. At least 1; default 30.</summary>
    public int Epochs { get; init; } = DefaultEpochs;

    /// <summary>The factor. Greater than 0 and at most 1; default 0.1.</summary>
    public double Factor { get; init; } = DefaultFactor;

    private protected override (string Name, object Value)[] Settings => [("epochs", Epochs), ("factor", Factor)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByEpoch(stepsPerEpoch, epoch => Math.Pow(Factor, epoch / Epochs));

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults().Concat(FactorFaults(Factor)))
            yield return fault;
        if (Epochs < 1)
            yield return new(nameof(MlpOptions.Schedule), $"steps every {Epochs} epochs, but that must be at least 1.");
    }
}
