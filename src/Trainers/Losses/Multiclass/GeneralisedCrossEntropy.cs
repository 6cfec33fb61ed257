using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Generalised cross-entropy, <c>gce:q=0.7</c>: (1 − p^q)/q with p the probability of the target's class; between cross-entropy (q near 0) and absolute error (q = 1). Bounded by 1/q, so wrong labels harm less. Its
    /// scores sum to 1 but lean towards the likeliest class, so they are no class probabilities (Zhang and Sabuncu 2018).
    /// </summary>
    /// <param name="q">Between 10⁻⁶ and 1; default 0.7.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is out of its range.</exception>
    public static MulticlassLoss GeneralisedCrossEntropy(double q = 0.7) => new GeneralisedCrossEntropyLoss(BinaryLoss.Exponents.Require(q, nameof(q)));

    private sealed class GeneralisedCrossEntropyLoss(double q) : ProbabilityLoss(CatalogText.Of("gce", ("q", q)))
    {
        public override LossDescription Description => new()
        {
            Formula = "(1 − p^q)/q with p the probability of the row's class",
            Symbols = new Dictionary<string, string> { ["q"] = "q" },
            MinimisedBy = "shares to the power 1 / (1 − q)",
            UseWhen = "Labels are wrong now and then: no row costs more than 1/q.",
            AvoidWhen = "Labels are clean or classes many: take cross-entropy. The nearer q is to 1, the slower it learns.",
            Source = "Zhang and Sabuncu, Generalized cross entropy loss for training deep neural networks with noisy labels, 2018",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(GeneralisedCrossEntropy), ("q", q)),
        };

        private protected override torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements) => logarithms.Times(q).expm1().Times(-1 / q);
    }
}
