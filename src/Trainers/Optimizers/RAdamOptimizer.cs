using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>RAdam: Adam whose first steps, while the mean square is uncertain, are rectified (Liu et al., "On the variance of the adaptive learning rate and beyond", ICLR 2020).</summary>
public sealed record RAdamOptimizer : Optimizer
{
    internal RAdamOptimizer()
        : base("radam", AdamOptimizer.DefaultLearningRate)
    {
    }

    /// <inheritdoc cref="AdamMoments"/>
    public AdamMoments Moments { get; init; } = new();

    internal override bool IsScaleFree => true;

    private protected override (string Name, object Value)[] Settings => Moments.Settings;

    internal override UpdateRule CreateRule(torch.Tensor parameters) => new Rule(this, parameters);

    internal override IEnumerable<OptionFault> FindFaults() => base.FindFaults().Concat(Moments.FindFaults());

    private sealed class Rule(RAdamOptimizer options, torch.Tensor parameters) : FirstOrderRule
    {
        // Below this length of the simple moving average the variance is not defined; PyTorch's margin.
        private const double ShortestAverage = 5;

        private readonly MomentEstimates _moments = new(options.Moments, parameters);

        public override IReadOnlyList<torch.Tensor> State => _moments.State;

        protected override void Update(torch.Tensor parameters, torch.Tensor gradients, torch.Tensor learningRate)
        {
            if (options.WeightDecay > 0)
                gradients.PlusInPlace(parameters, options.WeightDecay);
            double step = _moments.Follow(gradients);
            torch.Tensor mean = _moments.Mean.Times(1 / (1 - Math.Pow(options.Moments.Beta1, step)));
            double decay = Math.Pow(options.Moments.Beta2, step);
            double longest = 2 / (1 - options.Moments.Beta2) - 1;
            double length = longest - 2 * step * decay / (1 - decay);
            if (length > ShortestAverage)
            {
                double rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
                mean.div_(_moments.Square.sqrt().PlusInPlace(options.Moments.Epsilon)).TimesInPlace(rectification * Math.Sqrt(1 - decay));
            }
            parameters.sub_(mean.mul_(learningRate));
        }
    }
}
