using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Stochastic gradient descent with momentum, as PyTorch computes it: v ← μ·v + g, w ← w − η·v, the first v being g.</summary>
public sealed record SgdOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.01;

    internal SgdOptimizer()
        : base("sgd", DefaultLearningRate)
    {
    }

    /// <summary>μ, the share of the previous step that is taken again. In [0, 1); default 0.</summary>
    public double Momentum { get; init; }

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (!IsShare(Momentum))
            yield return new(nameof(Momentum), $"is {Momentum}, but must be at least 0 and less than 1.");
    }

    private sealed class Rule(SgdOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        private readonly torch.Tensor _velocity = torch.zeros_like(parameters);

        public override IReadOnlyList<torch.Tensor> State => [_velocity];

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                gradients.PlusInPlace(parameters, options.WeightDecay);
            if (options.Momentum > 0)
                gradients = _velocity.TimesInPlace(options.Momentum).PlusInPlace(gradients);
            parameters.sub_(gradients * learningRate);
        }
    }
}
