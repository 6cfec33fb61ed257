using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Normal negative log-likelihood weighed by the predicted variance, <c>beta-nll:beta=0.5</c>: eᵝˢ · <see cref="GaussianNegativeLogLikelihood"/>, where the factor, s being the logarithm of the
    /// variance, counts as a constant in the gradient. So the gradient is not that of the value. Minimised, in the sense that the gradient is 0, by mean and variance of the target. With
    /// β = 0 the likelihood, whose mean learns little where the variance is large; with β = 1 the mean learns as by squared error (Seitzer, Tavakoli, Antic and Martius, On the Pitfalls
    /// of Heteroscedastic Uncertainty Estimation with Probabilistic Neural Networks, 2022).
    /// </summary>
    /// <param name="beta">β, between 0 and 1, both included. 0.5 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not between 0 and 1.</exception>
    public static RegressionLoss BetaNegativeLogLikelihood(double beta = 0.5) => new BetaNegativeLogLikelihoodLoss(NumberRange.ClosedShare.Require(beta, nameof(beta)));

    private sealed class BetaNegativeLogLikelihoodLoss(double beta) : DistributionLoss(CatalogText.Of("beta-nll", ("beta", beta)), Link.MeanAndLogVariance)
    {
        public override LossDescription Description => new()
        {
            Formula = "v^β·½·(log v + (y − μ)²/v + log 2π), v^β a constant in the gradient, with the outputs μ, the mean, and log v, where v is the variance",
            Symbols = new Dictionary<string, string> { ["beta"] = "β" },
            MinimisedBy = "mean and variance",
            UseWhen = "As gaussian-nll, where the mean learns too little in rows of large variance.",
            AvoidWhen = "Densities are to be compared: the value is weighed and no likelihood. Take gaussian-nll.",
            Source = "Seitzer, Tavakoli, Antic and Martius, On the Pitfalls of Heteroscedastic Uncertainty Estimation with Probabilistic Neural Networks, 2022",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(BetaNegativeLogLikelihood), ("beta", beta)),
        };

        public override int OutputsPerTarget => 2;

        internal override double LabelDegree => 2 * beta;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor logVariances = outputs.select(2, 1);
            torch.Tensor factors = SaturatingExponential.Of(logVariances.detach().Times(beta));
            return factors * GaussianNegativeLogLikelihoodLoss.Of(outputs.select(2, 0), logVariances, targets);
        }
    }
}
