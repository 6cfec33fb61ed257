namespace MLNet.LossExperiments.Schedules;

/// <summary>The factors of a schedule after its warm-up.</summary>
internal abstract class ScheduleCourse
{
    /// <summary>The factor of a step, counted from 0 after the warm-up.</summary>
    public abstract double Factor(long step);

    /// <summary>Takes in what was watched in an epoch.</summary>
    public virtual void EpochEnded(double watched, bool isHigherBetter)
    {
    }

    /// <summary>What is remembered between epochs, for a checkpoint.</summary>
    public virtual double[] Save() => [];

    public virtual void Restore(double[] saved)
    {
    }
}
