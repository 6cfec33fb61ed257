using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Poly-1 loss, <c>poly-1:epsilon=1</c>: −log p + ε·(1 − p) with p the probability of the target's class: cross-entropy whose first polynomial term is changed. Its scores sum to 1 but are no class probabilities unless ε is
    /// 0 (Leng et al., PolyLoss, 2022).
    /// </summary>
    /// <param name="epsilon">ε: greater than 0 pulls more on rows that are nearly right, less than 0 less. At least −1; default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is out of its range.</exception>
    public static MulticlassLoss Poly1(double epsilon = 1) => new Poly1Loss(PolyRange.Require(epsilon, nameof(epsilon)));

    /// <summary>The changes of the first term: below −1 it would reward mistakes.</summary>
    internal static NumberRange PolyRange { get; } = NumberRange.AtLeast(-1);

    private sealed class Poly1Loss(double epsilon) : ProbabilityLoss(CatalogText.Of("poly-1", ("epsilon", epsilon)))
    {
        public override LossDescription Description => new()
        {
            Formula = "−log p + ε·(1 − p) with p the probability of the row's class",
            Symbols = new Dictionary<string, string> { ["epsilon"] = "ε" },
            MinimisedBy = "shares drawn apart",
            UseWhen = "Cross-entropy is to be tuned by one number: ε above 0 pulls more on rows that are nearly right, below 0 less.",
            AvoidWhen = "Probabilities are wanted: take cross-entropy; it is the case of ε = 0.",
            Source = "Leng et al., PolyLoss, 2022",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(Poly1), ("epsilon", epsilon)),
        };

        private protected override torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements) => complements.Times(epsilon) - logarithms;
    }
}
