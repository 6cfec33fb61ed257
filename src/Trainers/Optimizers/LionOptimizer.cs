using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>
/// Lion: steps of one size in the direction of the sign of a momentum, with decoupled weight decay (Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS 2023). Wants a learning rate three to ten
/// times smaller than Adam's, and a weight decay as many times greater than AdamW's.
/// </summary>
public sealed record LionOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.0001;

    internal LionOptimizer()
        : base("lion", DefaultLearningRate)
    {
    }

    /// <summary>The share of the momentum in the direction of a step. In [0, 1); default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>The share of the momentum that is kept. In [0, 1); default 0.99.</summary>
    public double Beta2 { get; init; } = 0.99;

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => [("beta1", Beta1), ("beta2", Beta2)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (!IsShare(Beta1))
            yield return new(nameof(Beta1), $"is {Beta1}, but must be at least 0 and less than 1.");
        if (!IsShare(Beta2))
            yield return new(nameof(Beta2), $"is {Beta2}, but must be at least 0 and less than 1.");
    }

    private sealed class Rule(LionOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        private readonly torch.Tensor _momentum = torch.zeros_like(parameters);

        public override IReadOnlyList<torch.Tensor> State => [_momentum];

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                parameters.sub_(parameters * learningRate.Times(options.WeightDecay));
            torch.Tensor direction = _momentum.Times(options.Beta1).PlusInPlace(gradients, 1 - options.Beta1).sign_();
            parameters.sub_(direction.mul_(learningRate));
            _momentum.TimesInPlace(options.Beta2).PlusInPlace(gradients, 1 - options.Beta2);
        }
    }
}
