using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015).</summary>
public sealed record AdamOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.001;

    internal AdamOptimizer()
        : base("adam", DefaultLearningRate)
    {
    }

    /// <inheritdoc cref="AdamMoments"/>
    public AdamMoments Moments { get; init; } = new();

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => Moments.Settings;

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new AdamRule(Moments, WeightDecay, isDecoupled: false, parameters);

    internal override IEnumerable<OptionFault> FindFaults() => base.FindFaults().Concat(Moments.FindFaults());
}
