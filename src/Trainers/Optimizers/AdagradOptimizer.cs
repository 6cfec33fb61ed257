using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>Adagrad: steps divided by the root of the sum of all squared gradients so far (Duchi, Hazan and Singer, JMLR 2011).</summary>
public sealed record AdagradOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.01;

    internal AdagradOptimizer()
        : base("adagrad", DefaultLearningRate)
    {
    }

    /// <summary>By how much the learning rate falls with the steps: η / (1 + (t − 1) · decay) at step t. At least 0; default 0.</summary>
    public double LearningRateDecay { get; init; }

    /// <summary>What the sum of squares begins with. At least 0; default 0.</summary>
    public double InitialAccumulator { get; init; }

    /// <summary>Keeps the divisor from 0. Greater than 0; default 1e-10.</summary>
    public double Epsilon { get; init; } = 1e-10;

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings =>
        [("learning-rate-decay", LearningRateDecay), ("initial-accumulator", InitialAccumulator), ("epsilon", Epsilon)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (!(LearningRateDecay >= 0 && double.IsFinite(LearningRateDecay)))
            yield return new(nameof(LearningRateDecay), $"is {LearningRateDecay}, but must be a number of at least 0.");
        if (!(InitialAccumulator >= 0 && double.IsFinite(InitialAccumulator)))
            yield return new(nameof(InitialAccumulator), $"is {InitialAccumulator}, but must be a number of at least 0.");
        if (!(Epsilon > 0 && double.IsFinite(Epsilon)))
            yield return new(nameof(Epsilon), $"is {Epsilon}, but must be a number greater than 0.");
    }

    private sealed class Rule(AdagradOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        private readonly torch.Tensor _sum = torch.empty_like(parameters).FillInPlace(options.InitialAccumulator);
        private readonly StepCounter _steps = new();

        public override IReadOnlyList<torch.Tensor> State => [_sum, _steps.Count];

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                gradients.PlusInPlace(parameters, options.WeightDecay);
            double fall = 1 / (1 + (_steps.Next() - 1) * options.LearningRateDecay);
            _sum.PlusSquareInPlace(gradients, 1);
            parameters.sub_((gradients / _sum.sqrt().PlusInPlace(options.Epsilon)).mul_(learningRate.Times(fall)));
        }
    }
}
