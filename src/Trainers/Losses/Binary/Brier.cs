using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Brier's loss, <c>brier</c>: (σ(x) − t)². Minimised by the log-odds of the positive class, so the scores give probabilities (Brier, Verification of forecasts expressed in terms of probability, 1950). Bounded, so
    /// wrong labels harm little; but rows that are far on the wrong side hardly pull any more.
    /// </summary>
    /// <returns>The loss.</returns>
    public static BinaryLoss Brier() => new BrierLoss();

    private sealed class BrierLoss() : RowwiseLoss("brier", Link.Logistic)
    {
        public override LossDescription Description => new()
        {
            Formula = "(p − t)² with p = 1/(1 + e⁻ˣ) and the target t, 0 or 1",
            MinimisedBy = "log-odds",
            UseWhen = "Probabilities are wanted although some labels are wrong: no row costs more than 1.",
            AvoidWhen = "Training starts from a poor network: rows far on the wrong side hardly pull any more. Take bce-logits.",
            Source = "Brier, Verification of forecasts expressed in terms of probability, 1950",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Brier)),
        };

        // 1 − σ(x) would lose its digits; σ(−x) for the wrong class does not.
        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets) => MarginsOf(outputs, targets).neg().sigmoid().Squared();
    }
}
