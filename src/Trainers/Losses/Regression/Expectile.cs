using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Asymmetric squared error, <c>expectile:tau=0.5</c>: τ·e² for errors e = target − output above 0, (1 − τ)·e² below. Minimised by the τ-expectile of the target, the mean of the targets
    /// when those above it weigh τ and those below 1 − τ; with τ = 0.5 the mean, by half the squared error. Where too low a prediction costs more, or less, than too high a one
    /// (Newey and Powell, Asymmetric Least Squares Estimation and Testing, 1987).
    /// </summary>
    /// <param name="tau">τ, the weight of targets above the output, between 0 and 1, neither included. 0.5 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is not between 0 and 1.</exception>
    public static RegressionLoss Expectile(double tau = 0.5) => new ExpectileLoss(NumberRange.OpenShare.Require(tau, nameof(tau)));

    private sealed class ExpectileLoss(double tau) : TargetwiseLoss(CatalogText.Of("expectile", ("tau", tau)))
    {
        public override LossDescription Description => new()
        {
            Formula = "τ·e² where y > ŷ, (1 − τ)·e² elsewhere, with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["tau"] = "τ" },
            MinimisedBy = "expectile τ",
            UseWhen = "Too low a prediction costs more, or less, than too high a one, and a large error more than in proportion.",
            AvoidWhen = "The level is to be a share of the labels: expectiles are no quantiles. Outliers pull as they do with mse.",
            Source = "Newey and Powell, Asymmetric Least Squares Estimation and Testing, 1987",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Expectile), ("tau", tau)),
        };

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) =>
            (targets - outputs).relu().Squared().Times(tau).Plus((outputs - targets).relu().Squared().Times(1 - tau));
    }
}
