using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>NAdam: Adam with Nesterov's momentum, whose share grows with the steps (Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop 2016), as PyTorch computes it.</summary>
public sealed record NAdamOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.002;
    internal const double DefaultMomentumDecay = 0.004;

    internal NAdamOptimizer()
        : base("nadam", DefaultLearningRate)
    {
    }

    /// <inheritdoc cref="AdamMoments"/>
    public AdamMoments Moments { get; init; } = new();

    /// <summary>ψ, how fast the share of momentum grows: β₁ · (1 − 0.5 · 0.96^(t·ψ)) at step t. At least 0; default 0.004.</summary>
    public double MomentumDecay { get; init; } = DefaultMomentumDecay;

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => [.. Moments.Settings, ("momentum-decay", MomentumDecay)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults().Concat(Moments.FindFaults()))
            yield return fault;
        if (!(MomentumDecay >= 0 && double.IsFinite(MomentumDecay)))
            yield return new(nameof(MomentumDecay), $"is {MomentumDecay}, but must be a number of at least 0.");
    }

    private sealed class Rule(NAdamOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        private readonly MomentEstimates _moments = new(options.Moments, parameters);
        private readonly torch.Tensor _product = torch.ones(1, dtype: torch.float64);

        public override IReadOnlyList<torch.Tensor> State => [.. _moments.State, _product];

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                gradients.PlusInPlace(parameters, options.WeightDecay);
            double step = _moments.Follow(gradients);
            double share = ShareAt(step), next = ShareAt(step + 1);
            double product = _product.TimesInPlace(share).item<double>();
            torch.Tensor divisor = _moments.Divisor(step);
            parameters.sub_((gradients / divisor).mul_(learningRate.Times((1 - share) / (1 - product))));
            parameters.sub_((_moments.Mean / divisor).mul_(learningRate.Times(next / (1 - product * next))));
        }

        private double ShareAt(double step) => options.Moments.Beta1 * (1 - 0.5 * Math.Pow(0.96, step * options.MomentumDecay));
    }
}
