namespace MLNet.LossExperiments.Tuning;

/// <summary>Which learning rates a range test tries.</summary>
public sealed record LearningRateRange
{
    /// <summary>The first and least learning rate. Greater than 0; default 1e-7.</summary>
    public double Minimum { get; init; } = 1e-7;

    /// <summary>The last and greatest learning rate, if the loss does not explode before. Greater than <see cref="Minimum"/>; default 1.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>The number of steps, each with a learning rate that is greater by the same factor. At least 10; default 100.</summary>
    public int Steps { get; init; } = 100;

    internal void ThrowIfFaulty()
    {
        if (!(Minimum > 0 && double.IsFinite(Minimum)))
            throw new ArgumentOutOfRangeException(nameof(Minimum), Minimum, "The least learning rate must be a number greater than 0.");
        if (!(Maximum > Minimum && double.IsFinite(Maximum)))
            throw new ArgumentOutOfRangeException(nameof(Maximum), Maximum, "The greatest learning rate must be a number greater than the least.");
        if (Steps < 10)
            throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "A range test takes at least 10 steps.");
    }
}
