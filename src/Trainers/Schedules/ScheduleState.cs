namespace MLNet.LossExperiments.Schedules;

internal class ScheduleState
{
    public virtual double Factor(long step) => 1;

    public virtual void EpochEnded(double monitored, bool isHigherBetter)
    {
    }

    public virtual double[] Save() => [];

    public virtual void Restore(double[] saved)
    {
    }
}
