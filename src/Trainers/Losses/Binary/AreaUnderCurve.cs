using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Surrogates of 1 − AUC, <c>auc:surrogate=logistic</c> and <c>auc:surrogate=squared-hinge</c>: the mean over all pairs of a positive and a negative row of a batch of log(1 + e^−d) or max(0, 1 − d)², with d the
    /// difference of their scores. Trains the order alone: scores have no zero and are no log-odds, and a threshold must be chosen afterwards. A batch of one class costs 0. Costs the square of the batch size (Gao and Zhou, On
    /// the consistency of AUC pairwise optimization, 2015; Yan et al., Optimizing classifier performance via an approximation to the Wilcoxon-Mann-Whitney statistic, 2003).
    /// </summary>
    /// <param name="surrogate">What stands in for counting pairs in the wrong order. Default logistic.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="surrogate"/> is none.</exception>
    public static BinaryLoss AreaUnderCurve(PairSurrogate surrogate = PairSurrogate.Logistic) =>
        new AreaUnderCurveLoss(Enum.IsDefined(surrogate) ? surrogate : throw new ArgumentOutOfRangeException(nameof(surrogate), surrogate, "Not a surrogate."));

    private sealed class AreaUnderCurveLoss(PairSurrogate surrogate)
        : BatchwiseLoss(CatalogText.Of("auc", ("surrogate", surrogate == PairSurrogate.Logistic ? "logistic" : "squared-hinge")))
    {
        // Keeps the mean of no pairs at 0.
        private const double NoWeight = 1e-30;

        public override LossDescription Description => new()
        {
            Formula = "the mean of ℓ(d) over all pairs of a positive and a negative row of a batch, d the difference of their scores: ℓ(d) = log(1 + e⁻ᵈ) (logistic) or max(0, 1 − d)² (squared-hinge)",
            Symbols = new Dictionary<string, string> { ["surrogate"] = "ℓ" },
            MinimisedBy = surrogate == PairSurrogate.Logistic ? "the order: kinds of rows apart by the difference of their log-odds" : "the order: kinds of rows at most 1 apart",
            UseWhen = "Only the order counts, positive rows before negative, as measured by AUC.",
            AvoidWhen = "A decision or a probability is wanted: scores have no zero, so a threshold must be chosen afterwards. Batches must hold both classes.",
            Source = "Gao and Zhou, On the consistency of AUC pairwise optimization, 2015; Yan et al., Optimizing classifier performance via an approximation to the Wilcoxon-Mann-Whitney statistic, 2003",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(AreaUnderCurve), ("surrogate", $"{nameof(PairSurrogate)}.{surrogate}")),
        };

        private protected override torch.Tensor BatchLoss(torch.Tensor outputs, torch.Tensor targets, torch.Tensor weights)
        {
            torch.Tensor isPositive = targets.IsAbove(0.5), isNegative = isPositive.logical_not();
            torch.Tensor differences = outputs.masked_select(isPositive).unsqueeze(1) - outputs.masked_select(isNegative).unsqueeze(0);
            torch.Tensor costs = surrogate == PairSurrogate.Logistic ? differences.neg().SoftPlus() : differences.SubtractedFrom(1).AtLeast(0).Squared();
            torch.Tensor pairs = weights.masked_select(isPositive).unsqueeze(1) * weights.masked_select(isNegative).unsqueeze(0);
            // The scores, times 0, keep a gradient where there is no pair.
            return (costs * pairs).sum().Plus(outputs.Times(0).sum()) / pairs.sum().AtLeast(NoWeight);
        }
    }
}
