using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Tuning;

/// <summary>From <paramref name="First"/> times the learning rate to the learning rate itself in <paramref name="Steps"/> steps, by one factor each.</summary>
internal sealed record GeometricSchedule(double First, int Steps) : LearningRateSchedule
{
    internal override ScheduleState CreateState(int epochs, long stepsPerEpoch) => new State(First, Steps);

    private sealed class State(double first, int steps) : ScheduleState
    {
        public override double Factor(long step) => Math.Pow(first, 1 - step / (steps - 1.0));
    }
}
