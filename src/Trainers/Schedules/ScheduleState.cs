namespace MLNet.LossExperiments.Schedules;

/// <summary>The learning rate of one member over its fit: the warm-up, then the schedule's course.</summary>
/// <param name="warmupSteps">The number of steps of the warm-up.</param>
/// <param name="stepsPerEpoch">The number of steps in an epoch.</param>
/// <param name="course">What comes after the warm-up.</param>
internal sealed class ScheduleState(long warmupSteps, long stepsPerEpoch, ScheduleCourse course)
{
    private long _epochs;

    /// <summary>The factor of a step, counted from 0 over the whole fit.</summary>
    public double Factor(long step) => step < warmupSteps ? (step + 1.0) / warmupSteps * course.Factor(0) : course.Factor(step - warmupSteps);

    /// <summary>Takes in what was watched in an epoch; epochs of the warm-up do not count.</summary>
    public void EpochEnded(double watched, bool isHigherBetter)
    {
        _epochs++;
        if (_epochs * stepsPerEpoch > warmupSteps)
            course.EpochEnded(watched, isHigherBetter);
    }

    /// <summary>What is remembered between epochs, for a checkpoint.</summary>
    public double[] Save() => [_epochs, .. course.Save()];

    public void Restore(double[] saved)
    {
        _epochs = (long)saved[0];
        course.Restore(saved[1..]);
    }
}
