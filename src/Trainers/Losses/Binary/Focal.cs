using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Focal loss, <c>focal:gamma=2,alpha=0.25</c>: −α·(1 − p)^γ·log p with p the probability of the target's class; rows that are right already count less. For rare positive classes among easy
    /// negative ones. Its minimum is drawn towards even odds, so the scores are no log-odds (Lin et al., Focal loss for dense object detection, 2017).
    /// </summary>
    /// <param name="gamma">γ: how much less easy rows count; 0 for cross-entropy. At least 0; default 2.</param>
    /// <param name="alpha">α: the weight of positive rows; negative rows have 1 − α. Between 0 and 1; default 0.25. With 0.5 both classes count alike.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static BinaryLoss Focal(double gamma = 2, double alpha = 0.25) =>
        new FocalLoss(NumberRange.NonNegative.Require(gamma, nameof(gamma)), NumberRange.OpenShare.Require(alpha, nameof(alpha)));

    private sealed class FocalLoss(double gamma, double alpha) : RowwiseLoss(CatalogText.Of("focal", ("gamma", gamma), ("alpha", alpha)))
    {
        public override LossDescription Description => new()
        {
            Formula = "−a·(1 − p)^γ·log p with p the probability of the row's class, and a = α for positive rows, 1 − α for negative",
            Symbols = new Dictionary<string, string> { ["gamma"] = "γ", ["alpha"] = "α" },
            MinimisedBy = "drawn towards even odds",
            UseWhen = "Positive rows are rare among many negative ones that are easy to tell.",
            AvoidWhen = "Probabilities are wanted: scores are drawn towards even odds, so calibrate them or take bce-logits. Wrong labels look like hard rows.",
            Source = "Lin et al., Focal loss for dense object detection, 2017",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Focal), ("gamma", gamma), ("alpha", alpha)),
        };

        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor margins = MarginsOf(outputs, targets);
            torch.Tensor focus = margins.neg().log_sigmoid().Times(gamma).exp();
            return targets.Times(2 * alpha - 1).Plus(1 - alpha) * focus * margins.log_sigmoid().neg();
        }
    }
}
