namespace MLNet.LossExperiments.Schedules;

/// <summary>Multiplies the learning rate by a factor after each of some epochs.</summary>
public sealed record MultiStepSchedule : LearningRateSchedule
{
    internal MultiStepSchedule()
        : base("multi-step")
    {
    }

    /// <summary>The numbers of the epochs, from 1, ascending. Default 30, 60, 90.</summary>
    public IReadOnlyList<int> Milestones { get; init; } = [30, 60, 90];

    /// <summary>The factor. Greater than 0 and at most 1; default 0.1.</summary>
    public double Factor { get; init; } = StepSchedule.DefaultFactor;

    private protected override (string Name, object Value)[] Settings => [("milestones", Milestones.Select(milestone => (double)milestone)), ("factor", Factor)];

    private protected override ScheduleCourse CreateCourse(long steps, long stepsPerEpoch) => ByEpoch(stepsPerEpoch, epoch => Math.Pow(Factor, Milestones.Count(milestone => milestone <= epoch)));

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults().Concat(FactorFaults(Factor)))
            yield return fault;
        if (Milestones is null || Milestones.Any(milestone => milestone < 1) || Milestones.Zip(Milestones.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return new(nameof(MlpOptions.Schedule), $"has the milestones {string.Join(", ", Milestones ?? [])}, but they must be epochs of at least 1, ascending.");
    }

    /// <inheritdoc/>
    public bool Equals(MultiStepSchedule? other) => base.Equals(other) && Factor == other.Factor && Milestones.SequenceEqual(other.Milestones);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Factor, Milestones.Count);
}
