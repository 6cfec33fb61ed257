using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Poisson loss, <c>poisson</c>: eˣ − target·x, where the output x is the logarithm of the prediction. It is the negative log-likelihood of counts but for log(target!), which no output changes;
    /// so it may be negative. Labels of at least 0, whole or not. Minimised by the mean of the target. For counts and other labels whose variance grows as their mean
    /// (McCullagh and Nelder, Generalized Linear Models, 1989, chapter 6).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss Poisson() => new PoissonLoss();

    private sealed class PoissonLoss() : TargetwiseLoss("poisson", Link.Exponential)
    {
        public override LossDescription Description => new()
        {
            Formula = "ŷ − y·log ŷ with ŷ = eˣ",
            MinimisedBy = "mean",
            UseWhen = "Counts, and other labels whose variance grows as their mean.",
            AvoidWhen = "The variance grows faster than the mean: take tweedie or gamma. It may be negative, so only differences of it mean something.",
            Source = "McCullagh and Nelder, Generalized Linear Models, 1989, chapter 6",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Poisson)),
        };

        public override LabelDomain Labels => LabelDomain.NonNegative;

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => SaturatingExponential.Of(outputs) - targets * outputs;
    }
}
