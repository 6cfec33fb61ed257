using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Gamma loss, <c>gamma</c>: x + target·e⁻ˣ, where the output x is the logarithm of the prediction. It is the negative log-likelihood of gamma-distributed labels, divided by their shape, but for
    /// terms that no output changes; so it may be negative. Labels greater than 0. Minimised by the mean of the target. For durations, costs and other labels whose deviation grows as
    /// their mean (McCullagh and Nelder, Generalized Linear Models, 1989, chapter 8).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss Gamma() => new GammaLoss();

    private sealed class GammaLoss() : TargetwiseLoss("gamma", Link.Exponential)
    {
        public override LossDescription Description => new()
        {
            Formula = "log ŷ + y/ŷ with ŷ = eˣ",
            MinimisedBy = "mean",
            UseWhen = "Durations, costs and other positive labels whose deviation grows as their mean.",
            AvoidWhen = "Some labels are 0: take tweedie. Errors are to count in units of the label: take mse.",
            Source = "McCullagh and Nelder, Generalized Linear Models, 1989, chapter 8",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Gamma)),
        };

        public override LabelDomain Labels => LabelDomain.Positive;

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) =>
            outputs.Plus(targets * SaturatingExponential.Of(outputs.neg()));
    }
}
