using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>AdamW: Adam whose weight decay acts on the weights, not through the gradient (Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019).</summary>
public sealed record AdamWOptimizer : Optimizer
{
    internal const double DefaultWeightDecay = 0.01;

    internal AdamWOptimizer()
        : base("adamw", AdamOptimizer.DefaultLearningRate) => WeightDecay = DefaultWeightDecay;

    /// <inheritdoc cref="AdamMoments"/>
    public AdamMoments Moments { get; init; } = new();

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => Moments.Settings;

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new AdamRule(Moments, WeightDecay, isDecoupled: true, parameters);

    internal override IEnumerable<OptionFault> FindFaults() => base.FindFaults().Concat(Moments.FindFaults());
}
