using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Asymmetric loss, <c>asymmetric:gamma-positive=1,gamma-negative=4,margin=0.05</c>: −(1 − p)^γ₊·log p for positive rows, −q^γ₋·log(1 − q) with q = max(0, p − m) for negative ones, p = σ(x). Negative rows that are
    /// right already count far less, and not at all below the margin m. For many negative rows to few positive ones. Scores are no log-odds (Ridnik et al., Asymmetric loss for multi-label classification, 2021).
    /// </summary>
    /// <param name="gammaPositive">γ₊, how much less easy positive rows count. At least 0; default 1.</param>
    /// <param name="gammaNegative">γ₋, how much less easy negative rows count. At least 0; default 4.</param>
    /// <param name="margin">m, the probability up to which a negative row costs nothing. At least 0 and less than 1; default 0.05.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static BinaryLoss Asymmetric(double gammaPositive = 1, double gammaNegative = 4, double margin = 0.05) => new AsymmetricLoss(
        NumberRange.NonNegative.Require(gammaPositive, nameof(gammaPositive)), NumberRange.NonNegative.Require(gammaNegative, nameof(gammaNegative)), MarginRange.Require(margin, nameof(margin)));

    /// <summary>The margins of the asymmetric loss.</summary>
    internal static NumberRange MarginRange { get; } = NumberRange.FromBelow(0, 1);

    private sealed class AsymmetricLoss(double gammaPositive, double gammaNegative, double margin)
        : RowwiseLoss(CatalogText.Of("asymmetric", ("gamma-positive", gammaPositive), ("gamma-negative", gammaNegative), ("margin", margin)))
    {
        public override LossDescription Description => new()
        {
            Formula = "−(1 − p)^γ₊·log p for positive rows, −q^γ₋·log(1 − q) with q = max(0, p − m) for negative, p = 1/(1 + e⁻ˣ)",
            Symbols = new Dictionary<string, string> { ["gamma-positive"] = "γ₊", ["gamma-negative"] = "γ₋", ["margin"] = "m" },
            MinimisedBy = "stationary point of the formula",
            UseWhen = "Negative rows outnumber positive ones by far, and some of them may be positive in truth.",
            AvoidWhen = "Classes are about even, or probabilities are wanted: take bce-logits.",
            Source = "Ridnik et al., Asymmetric loss for multi-label classification, 2021",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Asymmetric), ("gammaPositive", gammaPositive), ("gammaNegative", gammaNegative), ("margin", margin)),
        };

        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor positive = outputs.neg().log_sigmoid().Times(gammaPositive).exp() * outputs.log_sigmoid().neg();
            return torch.where(targets.IsAbove(0.5), positive, Negative(outputs));
        }

        private torch.Tensor Negative(torch.Tensor outputs)
        {
            if (margin == 0)
                return outputs.log_sigmoid().Times(gammaNegative).exp() * outputs.neg().log_sigmoid().neg();
            torch.Tensor shifted = outputs.sigmoid().Plus(-margin);
            torch.Tensor counts = shifted.IsAbove(0);
            // Where a row does not count, 1 stands in: a power of 0 may have no gradient.
            torch.Tensor excess = torch.where(counts, shifted, torch.ones_like(shifted));
            torch.Tensor costs = excess.log().Times(gammaNegative).exp() * outputs.neg().sigmoid().Plus(margin).log().neg();
            return torch.where(counts, costs, torch.zeros_like(costs));
        }
    }
}
