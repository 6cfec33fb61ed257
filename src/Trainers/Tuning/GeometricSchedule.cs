using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Tuning;

/// <summary>From a share of the learning rate to the learning rate itself in so many steps, by one factor each.</summary>
internal sealed record GeometricSchedule : LearningRateSchedule
{
    private readonly double _first;
    private readonly int _steps;

    public GeometricSchedule(double first, int steps)
        : base("geometric") => (_first, _steps) = (first, steps);

    private protected override (string Name, object Value)[] Settings => [("first", _first), ("steps", _steps)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByStep(step => Math.Pow(_first, 1 - step / (_steps - 1.0)));
}
