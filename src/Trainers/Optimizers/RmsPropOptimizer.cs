using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>RMSprop: steps divided by the root of a running mean square of the gradient (Hinton, lecture 6e, 2012; centred: Graves 2013), as PyTorch computes it.</summary>
public sealed record RmsPropOptimizer : Optimizer
{
    internal const double DefaultLearningRate = 0.01;

    internal RmsPropOptimizer()
        : base("rmsprop", DefaultLearningRate)
    {
    }

    /// <summary>The share of the mean square that is kept at each step. In [0, 1); default 0.99.</summary>
    public double Alpha { get; init; } = 0.99;

    /// <summary>Keeps the divisor from 0. Greater than 0; default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>The share of the previous step that is taken again. In [0, 1); default 0.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the gradient's running mean is taken off, so that the divisor is its standard deviation. Default false.</summary>
    public bool Centered { get; init; }

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => [("alpha", Alpha), ("epsilon", Epsilon), ("momentum", Momentum), ("centered", Centered)];

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults()
    {
        foreach (OptionFault fault in base.FindFaults())
            yield return fault;
        if (!IsShare(Alpha))
            yield return new(nameof(Alpha), $"is {Alpha}, but must be at least 0 and less than 1.");
        if (!(Epsilon > 0 && double.IsFinite(Epsilon)))
            yield return new(nameof(Epsilon), $"is {Epsilon}, but must be a number greater than 0.");
        if (!IsShare(Momentum))
            yield return new(nameof(Momentum), $"is {Momentum}, but must be at least 0 and less than 1.");
    }

    private sealed class Rule(RmsPropOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        private readonly torch.Tensor _square = torch.zeros_like(parameters);
        private readonly torch.Tensor _mean = torch.zeros_like(parameters);
        private readonly torch.Tensor _velocity = torch.zeros_like(parameters);

        public override IReadOnlyList<torch.Tensor> State => [_square, _mean, _velocity];

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                gradients.PlusInPlace(parameters, options.WeightDecay);
            _square.TimesInPlace(options.Alpha).PlusSquareInPlace(gradients, 1 - options.Alpha);
            torch.Tensor variance = _square;
            if (options.Centered)
            {
                _mean.TimesInPlace(options.Alpha).PlusInPlace(gradients, 1 - options.Alpha);
                // Rounding must not make a variance negative.
                variance = (_square - _mean.Squared()).AtLeast(0);
            }
            torch.Tensor step = gradients / variance.sqrt().PlusInPlace(options.Epsilon);
            if (options.Momentum > 0)
                step = _velocity.TimesInPlace(options.Momentum).PlusInPlace(step);
            parameters.sub_(step * learningRate);
        }
    }
}
