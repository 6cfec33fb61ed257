namespace MLNet.LossExperiments.Schedules;

/// <summary>Multiplies the learning rate by a factor after each epoch.</summary>
public sealed record ExponentialSchedule : LearningRateSchedule
{
    internal const double DefaultFactor = 0.95;

    internal ExponentialSchedule()
        : base("exponential")
    {
    }

    /// <summary>The factor. Greater than 0 and at most 1; default 0.95.</summary>
    public double Factor { get; init; } = DefaultFactor;

    private protected override (string Name, object Value)[] Settings => [("factor", Factor)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByEpoch(stepsPerEpoch, epoch => Math.Pow(Factor, epoch));

    internal override IEnumerable<OptionFault> FindFaults() => base.FindFaults().Concat(FactorFaults(Factor));
}
