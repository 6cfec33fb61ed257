using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Focal loss, <c>focal:gamma=2</c>: −(1 − p)^γ·log p with p the probability of the target's class; rows that are right already count less. Its scores sum to 1 but are drawn towards each other, so they are no class
    /// probabilities (Lin et al., Focal loss for dense object detection, 2017).
    /// </summary>
    /// <param name="gamma">γ: how much less easy rows count; 0 for cross-entropy. At least 0; default 2.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is out of its range.</exception>
    public static MulticlassLoss Focal(double gamma = 2) => new FocalLoss(NumberRange.NonNegative.Require(gamma, nameof(gamma)));

    private sealed class FocalLoss(double gamma) : ProbabilityLoss(CatalogText.Of("focal", ("gamma", gamma)))
    {
        public override LossDescription Description => new()
        {
            Formula = "−(1 − p)^γ·log p with p the probability of the row's class",
            Symbols = new Dictionary<string, string> { ["gamma"] = "γ" },
            MinimisedBy = "shares drawn together",
            UseWhen = "Many rows are easy and drown the hard ones.",
            AvoidWhen = "Probabilities are wanted: they are drawn together. Take cross-entropy. Wrong labels look like hard rows.",
            Source = "Lin et al., Focal loss for dense object detection, 2017",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(Focal), ("gamma", gamma)),
        };

        private protected override torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements)
        {
            torch.Tensor counts = complements.IsAbove(0);
            // Where p is 1 to the last digit, 1 stands in for 1 − p: a power of 0 may have no gradient. The logarithm is 0 there.
            torch.Tensor focus = torch.where(counts, complements, torch.ones_like(complements)).log().Times(gamma).exp();
            return focus * logarithms.neg();
        }
    }
}
