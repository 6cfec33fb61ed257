using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Generalised cross-entropy, <c>gce:q=0.7</c>: (1 − p^q)/q with p the probability of the target's class; between cross-entropy (q near 0) and absolute error (q = 1). Bounded by 1/q, so wrong labels harm less. Scores
    /// are no log-odds: for q = 1 they run away to the likelier class (Zhang and Sabuncu, Generalized cross entropy loss for training deep neural networks with noisy labels, 2018).
    /// </summary>
    /// <param name="q">Between 10⁻⁶ and 1; default 0.7.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is out of its range.</exception>
    public static BinaryLoss GeneralisedCrossEntropy(double q = 0.7) => new GeneralisedCrossEntropyLoss(Exponents.Require(q, nameof(q)));

    /// <summary>The exponents of the generalised cross-entropy.</summary>
    internal static NumberRange Exponents { get; } = NumberRange.FromTo(1e-6, 1);

    private sealed class GeneralisedCrossEntropyLoss(double q) : MarginLoss(CatalogText.Of("gce", ("q", q)))
    {
        public override LossDescription Description => new()
        {
            Formula = "(1 − p^q)/q with p the probability of the row's class",
            Symbols = new Dictionary<string, string> { ["q"] = "q" },
            MinimisedBy = "log-odds / (1 − q); for q = 1 without end",
            UseWhen = "Labels are wrong now and then: no row costs more than 1/q.",
            AvoidWhen = "Labels are clean: take bce-logits. The nearer q is to 1, the slower it learns.",
            Source = "Zhang and Sabuncu, Generalized cross entropy loss for training deep neural networks with noisy labels, 2018",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(GeneralisedCrossEntropy), ("q", q)),
        };

        private protected override torch.Tensor OfMargin(torch.Tensor margins) => margins.log_sigmoid().Times(q).expm1().Times(-1 / q);
    }
}
