using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Absolute error beyond a tolerance, <c>epsilon-insensitive:epsilon=0.1</c>: max(0, |output − target| − ε), the loss of support vector regression. Minimised by a value that as many
    /// targets lie more than ε above as below, which need not be unique. Where errors up to a known size do not matter (Vapnik, The Nature of Statistical Learning Theory, 1995,
    /// section 6.1). At errors of ε and less the gradient is 0.
    /// </summary>
    /// <param name="epsilon">ε, in units of the label: the error that costs nothing. At least 0, 0.1 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not a finite number of at least 0.</exception>
    public static RegressionLoss EpsilonInsensitive(double epsilon = 0.1) => new EpsilonInsensitiveLoss(NumberRange.NonNegative.Require(epsilon, nameof(epsilon)));

    private sealed class EpsilonInsensitiveLoss(double epsilon) : TargetwiseLoss(CatalogText.Of("epsilon-insensitive", ("epsilon", epsilon)))
    {
        public override LossDescription Description => new()
        {
            Formula = "max(0, |e| − ε) with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["epsilon"] = "ε" },
            MinimisedBy = "a value between quantiles around the median",
            UseWhen = "Errors up to a known size do not matter.",
            AvoidWhen = "Every error matters: up to ε nothing is learned, and several predictions may be equally good. Take mae or huber.",
            Source = "Vapnik, The Nature of Statistical Learning Theory, 1995, section 6.1",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(EpsilonInsensitive), ("epsilon", epsilon)),
        };

        internal override double TurningPoint => epsilon > 0 ? epsilon : base.TurningPoint;

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).abs().Plus(-epsilon).relu();
    }
}
