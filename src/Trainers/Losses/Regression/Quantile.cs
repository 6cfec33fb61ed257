using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Pinball loss, <c>quantile:tau=0.5</c>: τ·e for errors e = target − output above 0, (τ − 1)·e below. Minimised by the τ-quantile of the target, for example with τ = 0.9 by the value
    /// that nine of ten targets stay below (Koenker and Bassett, Regression Quantiles, 1978). With τ = 0.5 half the absolute error. At an error of 0 the gradient is 0.
    /// </summary>
    /// <param name="tau">τ, the level of the quantile, between 0 and 1, neither included. 0.5, the median, by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is not between 0 and 1.</exception>
    public static RegressionLoss Quantile(double tau = 0.5) => new QuantileLoss(NumberRange.OpenShare.Require(tau, nameof(tau)));

    private sealed class QuantileLoss(double tau) : TargetwiseLoss(CatalogText.Of("quantile", ("tau", tau)))
    {
        public override LossDescription Description => new()
        {
            Formula = "τ·(y − ŷ) where y > ŷ, (1 − τ)·(ŷ − y) elsewhere",
            Symbols = new Dictionary<string, string> { ["tau"] = "τ" },
            MinimisedBy = "quantile τ",
            UseWhen = "Too low a prediction costs τ/(1 − τ) times as much as too high a one, or a level is wanted that a share τ of the labels stays below.",
            AvoidWhen = "Several levels are wanted, which must not cross: take quantiles. Levels near 0 or 1 need many rows.",
            Source = "Koenker and Bassett, Regression Quantiles, 1978",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Quantile), ("tau", tau)),
        };

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) =>
            (targets - outputs).relu().Times(tau).Plus((outputs - targets).relu().Times(1 - tau));
    }
}
