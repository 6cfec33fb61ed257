using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Symmetric cross-entropy, <c>sce:alpha=0.1,beta=1</c>: −α·log p + β·4·(1 − p) with p the probability of the target's class: cross-entropy and, with log 0 taken as −4, the cross-entropy of targets under predictions, which
    /// bears wrong labels. Its scores sum to 1 but are no class probabilities (Wang et al., Symmetric cross entropy for robust learning with noisy labels, 2019).
    /// </summary>
    /// <param name="alpha">α, the weight of cross-entropy. Greater than 0; default 0.1.</param>
    /// <param name="beta">β, the weight of the other. At least 0; default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static MulticlassLoss SymmetricCrossEntropy(double alpha = 0.1, double beta = 1) =>
        new SymmetricCrossEntropyLoss(NumberRange.Positive.Require(alpha, nameof(alpha)), NumberRange.NonNegative.Require(beta, nameof(beta)));

    private sealed class SymmetricCrossEntropyLoss(double alpha, double beta) : ProbabilityLoss(CatalogText.Of("sce", ("alpha", alpha), ("beta", beta)))
    {
        private const double NegativeLogOfZero = 4;

        public override LossDescription Description => new()
        {
            Formula = "−α·log p + 4·β·(1 − p) with p the probability of the row's class",
            Symbols = new Dictionary<string, string> { ["alpha"] = "α", ["beta"] = "β" },
            MinimisedBy = "shares drawn apart",
            UseWhen = "Labels are wrong now and then: the second term bears them, the first keeps training going.",
            AvoidWhen = "Probabilities are wanted: they are drawn apart. Take cross-entropy.",
            Source = "Wang et al., Symmetric cross entropy for robust learning with noisy labels, 2019",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(SymmetricCrossEntropy), ("alpha", alpha), ("beta", beta)),
        };

        private protected override torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements) => complements.Times(beta * NegativeLogOfZero).Plus(logarithms.Times(-alpha));
    }
}
