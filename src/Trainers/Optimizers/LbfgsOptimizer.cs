using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>
/// L-BFGS: a quasi-Newton method that takes all rows in each step, for small data and smooth losses (Liu and Nocedal 1989; line search of Nocedal and Wright, Numerical Optimization, 2006, algorithms 3.5 and
/// 3.6), as PyTorch computes it. An epoch is one step of up to <see cref="MaxIterations"/> iterations. The batch size takes no notice of it; dropout and gradient clipping do not go with it.
/// </summary>
public sealed record LbfgsOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 1;

    internal LbfgsOptimizer()
        : base("lbfgs", DefaultLearningRate)
    {
    }

    /// <summary>The most iterations in a step. At least 1; default 20.</summary>
    public int MaxIterations { get; init; } = 20;

    /// <summary>How many steps the curvature is remembered for. At least 1; default 10. Memory: twice as many times the number of parameters.</summary>
    public int HistorySize { get; init; } = 10;

    /// <summary>A step ends where no entry of the gradient is larger. At least 0; default 1e-7.</summary>
    public double GradientTolerance { get; init; } = 1e-7;

    /// <summary>A step ends where no parameter, nor the loss, changes by more. At least 0; default 1e-9.</summary>
    public double ChangeTolerance { get; init; } = 1e-9;

    /// <summary>Whether the length of each move is searched for until it fulfils the strong Wolfe conditions; if not, it is the learning rate. Default true.</summary>
    public bool LineSearch { get; init; } = true;

    internal override bool IsScaleFree => true;

    internal override bool IsFullBatch => true;

    private protected override (string Name, object Value)[] Settings =>
        [("max-iterations", MaxIterations), ("history-size", HistorySize), ("gradient-tolerance", GradientTolerance), ("change-tolerance", ChangeTolerance), ("line-search", LineSearch)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new LbfgsRule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (WeightDecay != 0)
            yield return new(nameof(WeightDecay), $"is {WeightDecay}, but must be 0 with lbfgs; use an L2 penalty.");
        if (MaxIterations < 1)
            yield return new(nameof(MaxIterations), $"is {MaxIterations}, but must be at least 1.");
        if (HistorySize < 1)
            yield return new(nameof(HistorySize), $"is {HistorySize}, but must be at least 1.");
        if (!(GradientTolerance >= 0 && double.IsFinite(GradientTolerance)))
            yield return new(nameof(GradientTolerance), $"is {GradientTolerance}, but must be a number of at least 0.");
        if (!(ChangeTolerance >= 0 && double.IsFinite(ChangeTolerance)))
            yield return new(nameof(ChangeTolerance), $"is {ChangeTolerance}, but must be a number of at least 0.");
    }
}
