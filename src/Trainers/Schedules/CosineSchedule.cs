namespace MLNet.LossExperiments.Schedules;

/// <summary>Half a cosine from the learning rate down to a minimum over all epochs after the warm-up (Loshchilov and Hutter, "SGDR", ICLR 2017). Changes once an epoch.</summary>
public sealed record CosineSchedule : LearningRateSchedule
{
    internal CosineSchedule()
        : base("cosine")
    {
    }

    /// <summary>The minimum, as a share of the learning rate. In [0, 1]; default 0.</summary>
    public double Minimum { get; init; }

    private protected override (string Name, object Value)[] Settings => [("minimum", Minimum)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch)
    {
        double epochs = Math.Max(1, (double)steps / stepsPerEpoch);
        return ByEpoch(stepsPerEpoch, epoch => HalfCosine(Math.Min(1, epoch / epochs), Minimum));
    }

    internal override IEnumerable<OptionFault> FindFaults() => base.FindFaults().Concat(MinimumFaults(Minimum));

    /// <summary>From 1 at 0 to the minimum at 1.</summary>
    internal static double HalfCosine(double share, double minimum) => minimum + (1 - minimum) * (1 + Math.Cos(Math.PI * share)) / 2;
}
