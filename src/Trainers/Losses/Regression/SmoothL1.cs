using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Smooth absolute error, <c>smooth-l1:beta=1</c>: e²/(2β) for errors e = output − target up to β in size, |e| − β/2 beyond. It is <see cref="Huber"/>'s loss divided by β and has the
    /// same minimum; as β falls it turns into the absolute error instead of vanishing (Girshick, Fast R-CNN, 2015).
    /// </summary>
    /// <param name="beta">β, in units of the label: the error from which on a line replaces the square. Between 10⁻¹² and 10¹², 1 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not between 10⁻¹² and 10¹².</exception>
    public static RegressionLoss SmoothL1(double beta = 1) => new SmoothL1Loss(Scales.Require(beta, nameof(beta)));

    private sealed class SmoothL1Loss(double beta) : TargetwiseLoss(CatalogText.Of("smooth-l1", ("beta", beta)))
    {
        public override LossDescription Description => new()
        {
            Formula = "e²/(2β) where |e| ≤ β, |e| − β/2 beyond, with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["beta"] = "β" },
            MinimisedBy = "where errors cut off at ±β balance",
            UseWhen = "As huber, where different β are to be tried with one learning rate: the slope far out stays 1, and as β falls the loss becomes mae.",
            AvoidWhen = "The mean itself is wanted: take mse.",
            Source = "Girshick, Fast R-CNN, 2015",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(SmoothL1), ("beta", beta)),
        };

        internal override double TurningPoint => beta;

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor errors = (outputs - targets).abs();
            torch.Tensor cut = errors.AtMost(beta);
            return cut.Times(1 / beta) * (errors - cut.Times(0.5));
        }
    }
}
