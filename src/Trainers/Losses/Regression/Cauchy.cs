using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Cauchy's loss, <c>cauchy:scale=1</c>: log(1 + (e/s)²) for the error e = output − target, the negative log-likelihood of Cauchy-distributed errors up to a constant. Minimised near the
    /// mode, where e / (s² + e²) sums to 0. For labels with gross errors: they lose their pull the farther out they are, so there may be several minima and the start counts
    /// (Black and Anandan, The Robust Estimation of Multiple Motions, 1996).
    /// </summary>
    /// <param name="scale">s, in units of the label: the error that pulls hardest. Between 10⁻¹² and 10¹², 1 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not between 10⁻¹² and 10¹².</exception>
    public static RegressionLoss Cauchy(double scale = 1) => new CauchyLoss(Scales.Require(scale, nameof(scale)));

    private sealed class CauchyLoss(double scale) : TargetwiseLoss(CatalogText.Of("cauchy", ("scale", scale)))
    {
        public override LossDescription Description => new()
        {
            Formula = "log(1 + (e/s)²) with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["scale"] = "s" },
            MinimisedBy = "location of a Cauchy distribution",
            UseWhen = "Labels hold gross errors: the farther out a row is, the less it pulls.",
            AvoidWhen = "A mean is wanted, or training starts far off: there may be several minima. Try huber or student-t first.",
            Source = "Black and Anandan, The Robust Estimation of Multiple Motions, 1996",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Cauchy), ("scale", scale)),
        };

        internal override double TurningPoint => scale;

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).Times(1 / scale).Squared().log1p();
    }
}
