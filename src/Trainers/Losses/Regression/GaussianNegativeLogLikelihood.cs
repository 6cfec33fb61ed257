using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Negative log-likelihood of a normal distribution, <c>gaussian-nll</c>: ½·(s + (target − μ)²·e⁻ˢ + log 2π) for the outputs μ, the mean, and s, the logarithm of the variance. With its
    /// constant, so that it compares with other densities; negative where the density exceeds 1. Minimised by mean and variance of the target. Where the size of the error depends
    /// on the features and is wanted with the prediction (Nix and Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss GaussianNegativeLogLikelihood() => new GaussianNegativeLogLikelihoodLoss();

    private sealed class GaussianNegativeLogLikelihoodLoss() : DistributionLoss("gaussian-nll", Link.MeanAndLogVariance)
    {
        public override LossDescription Description => new()
        {
            Formula = "½·(log v + (y − μ)²/v + log 2π) with the outputs μ, the mean, and log v, where v is the variance",
            MinimisedBy = "mean and variance",
            UseWhen = "The size of the error depends on the features and is wanted with the prediction.",
            AvoidWhen = "Labels hold outliers: take laplace-nll. The mean learns too little where the variance is large: take beta-nll.",
            Source = "Nix and Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(GaussianNegativeLogLikelihood)),
        };

        public override int OutputsPerTarget => 2;

        /// <summary>For means, logarithms of variances and targets, all of one shape.</summary>
        public static torch.Tensor Of(torch.Tensor means, torch.Tensor logVariances, torch.Tensor targets) =>
            logVariances.Plus((targets - means).Squared() * SaturatingExponential.Of(logVariances.neg())).Plus(Math.Log(2 * Math.PI)).Times(0.5);

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => Of(outputs.select(2, 0), outputs.select(2, 1), targets);
    }
}
