using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Binary cross-entropy on logits, <c>bce-logits</c>: log(1 + eˣ) − t·x for the score x and the target t, computed as (1 − t)·x − log σ(x), which
    /// stays finite and keeps its precision for scores of any size. Minimised by the log-odds of the positive class, so the scores give probabilities
    /// (Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.2).
    /// </summary>
    /// <param name="positiveWeight">What rows of the positive class count, next to 1 for the others, so that recall can be bought with precision. Greater than 0; default 1. With another one the scores are log-odds shifted by its logarithm, so models give no probabilities.</param>
    /// <param name="labelSmoothing">ε: targets 0 and 1 become ε/2 and 1 − ε/2 (Szegedy et al. 2016), so that scores do not run away; probabilities are then those of the smoothed targets. At least 0 and less than 1; default 0.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static BinaryLoss CrossEntropyOnLogits(double positiveWeight = 1, double labelSmoothing = 0) =>
        new CrossEntropyOnLogitsLoss(NumberRange.Positive.Require(positiveWeight, nameof(positiveWeight)), SmoothingRange.Require(labelSmoothing, nameof(labelSmoothing)));

    /// <summary>The shares by which targets may be smoothed.</summary>
    internal static NumberRange SmoothingRange { get; } = NumberRange.FromBelow(0, 1);

    private sealed class CrossEntropyOnLogitsLoss(double positiveWeight, double labelSmoothing)
        : RowwiseLoss(NameOf(positiveWeight, labelSmoothing), positiveWeight == 1 ? Link.Logistic : Link.Identity)
    {
        public override LossDescription Description => new()
        {
            Formula = "−w·t·log p − (1 − t)·log(1 − p) with p = 1/(1 + e⁻ˣ); targets t of 0 and 1 become ε/2 and 1 − ε/2",
            Symbols = new Dictionary<string, string> { ["positive-weight"] = "w", ["label-smoothing"] = "ε" },
            MinimisedBy = $"log-odds{(labelSmoothing == 0 ? "" : " of the smoothed targets")}{(positiveWeight == 1 ? "" : ", plus log w")}",
            UseWhen = "Probabilities are wanted: the usual loss for two classes.",
            AvoidWhen = "Many labels are wrong: take brier or gce. Only the order of the rows counts: try auc.",
            Source = "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.2",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(CrossEntropyOnLogits), ("positiveWeight", positiveWeight), ("labelSmoothing", labelSmoothing)),
        };

        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor smoothed = labelSmoothing == 0 ? targets : targets.Times(1 - labelSmoothing).Plus(labelSmoothing / 2);
            torch.Tensor logs = outputs.log_sigmoid();
            return smoothed.SubtractedFrom(1) * outputs - (positiveWeight == 1 ? logs : logs * smoothed.Times(positiveWeight - 1).Plus(1));
        }

        private static string NameOf(double positiveWeight, double labelSmoothing) =>
            positiveWeight == 1 && labelSmoothing == 0 ? "bce-logits" : CatalogText.Of("bce-logits", ("positive-weight", positiveWeight), ("label-smoothing", labelSmoothing));
    }
}
