namespace MLNet.LossExperiments.Schedules;

/// <summary>placeholder</summary>
public abstract record LearningRateSchedule
{
    /// <summary>placeholder</summary>
    public static LearningRateSchedule Constant() => new ConstantSchedule();

    internal abstract ScheduleState CreateState(int epochs, long stepsPerEpoch);

    internal virtual IEnumerable<OptionFault> FindFaults() => [];

    private sealed record ConstantSchedule : LearningRateSchedule
    {
        internal override ScheduleState CreateState(int epochs, long stepsPerEpoch) => new ScheduleState();
    }
}
