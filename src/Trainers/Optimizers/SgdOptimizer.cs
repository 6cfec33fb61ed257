using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Stochastic gradient descent with momentum, as PyTorch computes it: v ← μ·v + g, w ← w − η·v, the first v being g; with Nesterov's momentum w ← w − η·(g + μ·v).</summary>
public sealed record SgdOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.01;

    internal SgdOptimizer()
        : base("sgd", DefaultLearningRate)
    {
    }

    /// <summary>μ, the share of the previous step that is taken again. In [0, 1); default 0.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the momentum is Nesterov's (Sutskever et al. 2013), which looks ahead. Needs a momentum greater than 0; default false.</summary>
    public bool Nesterov { get; init; }

    private protected override (string Name, object Value)[] Settings => [("momentum", Momentum), ("nesterov", Nesterov)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (!IsShare(Momentum))
            yield return new(nameof(Momentum), $"is {Momentum}, but must be at least 0 and less than 1.");
        if (Nesterov && Momentum == 0)
            yield return new(nameof(Nesterov), "is true, but must be false where the momentum is 0.");
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
            {
                _velocity.TimesInPlace(options.Momentum).PlusInPlace(gradients);
                gradients = options.Nesterov ? gradients.PlusInPlace(_velocity, options.Momentum) : _velocity;
            }
            parameters.PlusProductInPlace(gradients, learningRate, -1);
        }
    }
}
