using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Smoothed hinge loss, <c>smoothed-hinge:smoothing=1</c>: with v = max(0, 1 − z) for the margin z, v²/(2c) for v up to c, v − c/2 beyond. A hinge without its corner (Rennie and Srebro, Loss functions for
    /// preference levels, 2005; Shalev-Shwartz and Zhang 2013), the same as ML.NET's SmoothedHingeLoss. Scores are no log-odds.
    /// </summary>
    /// <param name="smoothing">c: how wide the rounded corner is. Between 10⁻⁶ and 10⁶; default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smoothing"/> is out of its range.</exception>
    public static BinaryLoss SmoothedHinge(double smoothing = 1) => new SmoothedHingeLoss(SmoothedHingeRange.Require(smoothing, nameof(smoothing)));

    /// <summary>The widths of the rounded corner.</summary>
    internal static NumberRange SmoothedHingeRange { get; } = NumberRange.FromTo(1e-6, 1e6);

    private sealed class SmoothedHingeLoss(double smoothing) : MarginLoss(CatalogText.Of("smoothed-hinge", ("smoothing", smoothing)))
    {
        public override LossDescription Description => new()
        {
            Formula = "v²/(2c) where v ≤ c, v − c/2 beyond, for v = max(0, 1 − z) with the margin z = x for positive rows, −x for negative",
            Symbols = new Dictionary<string, string> { ["smoothing"] = "c" },
            MinimisedBy = "where both sides pull alike",
            UseWhen = "As hinge, without its corner; the same as ML.NET's SmoothedHingeLoss.",
            AvoidWhen = "Probabilities are wanted: take bce-logits.",
            Source = "Rennie and Srebro, Loss functions for preference levels, 2005; Shalev-Shwartz and Zhang 2013",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(SmoothedHinge), ("smoothing", smoothing)),
        };

        private protected override torch.Tensor OfMargin(torch.Tensor margins)
        {
            torch.Tensor violations = margins.SubtractedFrom(1).AtLeast(0);
            torch.Tensor cut = violations.AtMost(smoothing);
            return cut.Times(1 / smoothing) * (violations - cut.Times(0.5));
        }
    }
}
