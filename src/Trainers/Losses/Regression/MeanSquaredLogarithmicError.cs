using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Squared error of logarithms, <c>msle</c>: (log(1 + ŷ) − log(1 + target))². The output x is the logarithm of the prediction ŷ = eˣ, so log(1 + ŷ) = log(1 + eˣ), which is finite for any x.
    /// Labels of at least 0. Minimised by ŷ = exp(mean of log(1 + target)) − 1, less than the mean. For labels over several orders of magnitude, where ratios count
    /// (Bartlett, The Use of Transformations, 1947).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss MeanSquaredLogarithmicError() => new MeanSquaredLogarithmicErrorLoss();

    private sealed class MeanSquaredLogarithmicErrorLoss() : TargetwiseLoss("msle", Link.Exponential)
    {
        public override LossDescription Description => new()
        {
            Formula = "(log(1 + ŷ) − log(1 + y))² with ŷ = eˣ",
            MinimisedBy = "geometric mean of 1 + y, less 1",
            UseWhen = "Labels span several orders of magnitude, and ratios count.",
            AvoidWhen = "Sums or means of predictions matter, since they come out low: take poisson, tweedie or gamma.",
            Source = "Bartlett, The Use of Transformations, 1947",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(MeanSquaredLogarithmicError)),
        };

        public override LabelDomain Labels => LabelDomain.NonNegative;

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs.SoftPlus() - targets.log1p()).Squared();
    }
}
