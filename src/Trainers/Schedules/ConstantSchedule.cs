namespace MLNet.LossExperiments.Schedules;

/// <summary>The same learning rate throughout.</summary>
public sealed record ConstantSchedule : LearningRateSchedule
{
    internal ConstantSchedule()
        : base("constant")
    {
    }

    private protected override (string Name, object Value)[] Settings => [];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByStep(_ => 1);
}
