using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Huber's loss, <c>huber:delta=1</c>: e²/2 for errors e = output − target up to δ in size, δ·(|e| − δ/2) beyond. Minimised by a value between mean and median, where errors cut off
    /// at ±δ sum to 0. For labels with outliers, where a mean is wanted (Huber, Robust Estimation of a Location Parameter, 1964).
    /// </summary>
    /// <param name="delta">δ, in units of the label: the error from which on a line replaces the square. Between 10⁻¹² and 10¹², 1 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not between 10⁻¹² and 10¹².</exception>
    public static RegressionLoss Huber(double delta = 1) => new HuberLoss(Scales.Require(delta, nameof(delta)));

    private sealed class HuberLoss(double delta) : TargetwiseLoss(CatalogText.Of("huber", ("delta", delta)))
    {
        public override LossDescription Description => new()
        {
            Formula = "e²/2 where |e| ≤ δ, δ·(|e| − δ/2) beyond, with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["delta"] = "δ" },
            MinimisedBy = "where errors cut off at ±δ balance",
            UseWhen = "Labels hold outliers, and yet something near the mean is wanted. Set δ to the greatest error that is still ordinary.",
            AvoidWhen = "No such error can be named: with δ far above all errors it is half of mse, far below them δ times mae.",
            Source = "Huber, Robust Estimation of a Location Parameter, 1964",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Huber), ("delta", delta)),
        };

        internal override double TurningPoint => delta;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor errors = (outputs - targets).abs();
            torch.Tensor cut = errors.AtMost(delta);
            return cut * (errors - cut.Times(0.5));
        }
    }
}
