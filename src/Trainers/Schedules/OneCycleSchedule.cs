namespace MLNet.LossExperiments.Schedules;

/// <summary>
/// Up to the learning rate along a half cosine and down again along another, step by step over the whole fit (Smith and Topin, "Super-convergence", 2018). The optimizer's learning rate is the highest. Momentum
/// does not cycle.
/// </summary>
public sealed record OneCycleSchedule : LearningRateSchedule
{
    internal const double DefaultRise = 0.3;
    internal const double DefaultStart = 0.04;
    internal const double DefaultEnd = 4e-6;

    internal OneCycleSchedule()
        : base("one-cycle")
    {
    }

    /// <summary>The share of the steps on which the learning rate rises. In (0, 1); default 0.3.</summary>
    public double Rise { get; init; } = DefaultRise;

    /// <summary>Where it starts, as a share of the learning rate. In (0, 1]; default 0.04.</summary>
    public double Start { get; init; } = DefaultStart;

    /// <summary>Where it ends, as a share of the learning rate. In [0, 1]; default 0.000004.</summary>
    public double End { get; init; } = DefaultEnd;

    private protected override (string Name, object Value)[] Settings => [("rise", Rise), ("start", Start), ("end", End)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch)
    {
        double top = Rise * steps - 1, last = steps - 1;
        return ByStep(step => step <= top || last <= top
            ? Between(Start, 1, top <= 0 ? 1 : Math.Min(1, step / top))
            : Between(1, End, Math.Min(1, (step - top) / (last - top))));
    }

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (Rise is not (> 0 and < 1))
            yield return new(nameof(MlpOptions.Schedule), $"rises over the share {Rise} of the steps, but that must be greater than 0 and less than 1.");
        if (Start is not (> 0 and <= 1))
            yield return new(nameof(MlpOptions.Schedule), $"starts at the share {Start} of the learning rate, but that must be greater than 0 and at most 1.");
        if (End is not (>= 0 and <= 1))
            yield return new(nameof(MlpOptions.Schedule), $"ends at the share {End} of the learning rate, but that must be between 0 and 1.");
    }

    private static double Between(double from, double to, double share) => to + (from - to) * (1 + Math.Cos(Math.PI * share)) / 2;
}
