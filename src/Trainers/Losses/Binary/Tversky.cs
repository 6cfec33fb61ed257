using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    private const string Counted = "where σ(x), not 0 and 1, counts the true positives, false positives and false negatives of a batch";
    private const string NoMinimum = "without end: every row found";

    /// <summary>
    /// Tversky's loss, <c>tversky:alpha=0.5,beta=0.5,smooth=1</c>: 1 − (TP + s)/(TP + α·FP + β·FN + s), where true and false positives and false negatives of a batch are counted by σ(x) instead of 0 and 1. A soft F
    /// measure, which does not count true negatives; with α above β it is precision that matters more. For rare positive classes; wants batches that hold some. Scores are no log-odds (Salehi et al., Tversky loss function for
    /// image segmentation, 2017).
    /// </summary>
    /// <param name="alpha">α, what a false positive costs. Greater than 0; default 0.5.</param>
    /// <param name="beta">β, what a false negative costs. Greater than 0; default 0.5.</param>
    /// <param name="smooth">s, in rows, keeps batches without positive rows from mattering. Greater than 0; default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static BinaryLoss Tversky(double alpha = 0.5, double beta = 0.5, double smooth = 1) => new TverskyLoss(
        NumberRange.Positive.Require(alpha, nameof(alpha)), NumberRange.Positive.Require(beta, nameof(beta)), NumberRange.Positive.Require(smooth, nameof(smooth)),
        CatalogText.Of("tversky", ("alpha", alpha), ("beta", beta), ("smooth", smooth)), new LossDescription
        {
            Formula = $"1 − (TP + s)/(TP + α·FP + β·FN + s), {Counted}",
            Symbols = new Dictionary<string, string> { ["alpha"] = "α", ["beta"] = "β", ["smooth"] = "s" },
            MinimisedBy = NoMinimum,
            UseWhen = "Positive rows are rare, and precision (α above β) or recall (β above α) matters more than the rest, as in segmentation.",
            AvoidWhen = "Probabilities are wanted, or batches are so small that many hold no positive row: take bce-logits or focal.",
            Source = "Salehi et al., Tversky loss function for image segmentation, 2017",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Tversky), ("alpha", alpha), ("beta", beta), ("smooth", smooth)),
        });

    /// <summary>
    /// Dice loss, <c>dice:smooth=1</c>: 1 − (2·TP + s)/(2·TP + FP + FN + s), counted as <see cref="Tversky"/> does: a soft F1 score (Milletari, Navab and Ahmadi, V-Net, 2016). Scores are no log-odds.
    /// </summary>
    /// <param name="smooth">s, in rows. Greater than 0; default 1.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smooth"/> is out of its range.</exception>
    public static BinaryLoss Dice(double smooth = 1) => new TverskyLoss(
        0.5, 0.5, NumberRange.Positive.Require(smooth, nameof(smooth)) / 2, CatalogText.Of("dice", ("smooth", smooth)), new LossDescription
        {
            Formula = $"1 − (2·TP + s)/(2·TP + FP + FN + s), {Counted}",
            Symbols = new Dictionary<string, string> { ["smooth"] = "s" },
            MinimisedBy = NoMinimum,
            UseWhen = "Positive rows are rare, and the F1 score is what counts.",
            AvoidWhen = "Probabilities are wanted, or batches are so small that many hold no positive row: take bce-logits or focal.",
            Source = "Milletari, Navab and Ahmadi, V-Net, 2016",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Dice), ("smooth", smooth)),
        });

    private sealed class TverskyLoss(double alpha, double beta, double smooth, string name, LossDescription description) : BatchwiseLoss(name)
    {
        public override LossDescription Description => description;

        private protected override torch.Tensor BatchLoss(torch.Tensor outputs, torch.Tensor targets, torch.Tensor weights)
        {
            torch.Tensor positive = weights * targets;
            torch.Tensor found = (outputs.sigmoid() * positive).sum();
            torch.Tensor missed = (outputs.neg().sigmoid() * positive).sum();
            torch.Tensor alarms = (outputs.sigmoid() * (weights - positive)).sum();
            torch.Tensor cost = alarms.Times(alpha).Plus(missed.Times(beta));
            return cost / found.Plus(cost).Plus(smooth);
        }
    }
}
