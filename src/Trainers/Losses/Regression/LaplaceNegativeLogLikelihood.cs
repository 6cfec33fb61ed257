using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Negative log-likelihood of a Laplace distribution, <c>laplace-nll</c>: log 2 + b + |target − m|·e⁻ᵇ for the outputs m, the median, and b, the logarithm of the scale. With its constant, so
    /// that it compares with other densities; negative where the density exceeds 1. Minimised by the median of the target and the mean absolute deviation from it. Like
    /// <see cref="GaussianNegativeLogLikelihood"/>, for labels with outliers (Bertoni, Kreiss and Alahi, MonoLoco, 2019).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss LaplaceNegativeLogLikelihood() => new LaplaceNegativeLogLikelihoodLoss();

    private sealed class LaplaceNegativeLogLikelihoodLoss() : DistributionLoss("laplace-nll", Link.MedianAndLogScale)
    {
        public override LossDescription Description => new()
        {
            Formula = "log 2 + log b + |y − m|/b with the outputs m, the median, and log b, where b is the scale",
            MinimisedBy = "median and mean deviation from it",
            UseWhen = "As gaussian-nll, for labels with outliers.",
            AvoidWhen = "Errors are near normal, or a mean is wanted: take gaussian-nll.",
            Source = "Bertoni, Kreiss and Alahi, MonoLoco, 2019",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(LaplaceNegativeLogLikelihood)),
        };

        public override int OutputsPerTarget => 2;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor logScales = outputs.select(2, 1);
            return logScales.Plus((targets - outputs.select(2, 0)).abs() * SaturatingExponential.Of(logScales.neg())).Plus(Math.Log(2));
        }
    }
}
