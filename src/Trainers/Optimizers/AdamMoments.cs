namespace MLNet.LossExperiments.Optimizers;

/// <summary>How Adam and its kin remember gradients.</summary>
public sealed record AdamMoments
{
    /// <summary>The share of the mean gradient that is kept at each step. In [0, 1); default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The share of the mean squared gradient that is kept at each step. In [0, 1); default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Keeps the divisor from 0. Greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    internal (string Name, object Value)[] Settings => [("beta1", Beta1), ("beta2", Beta2), ("epsilon", Epsilon)];

    internal IEnumerable<OptionFault> FindFaults()
    {
        if (Beta1 is not (>= 0 and < 1))
            yield return new(nameof(Beta1), $"is {Beta1}, but must be at least 0 and less than 1.");
        if (Beta2 is not (>= 0 and < 1))
            yield return new(nameof(Beta2), $"is {Beta2}, but must be at least 0 and less than 1.");
        if (!(Epsilon > 0 && double.IsFinite(Epsilon)))
            yield return new(nameof(Epsilon), $"is {Epsilon}, but must be a number greater than 0.");
    }
}
