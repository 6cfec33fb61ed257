using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Brier's loss, <c>brier</c>: Σᵢ (pᵢ − tᵢ)² with p the softmax of the scores. Targets are classes, or class probabilities. Minimised by the class probabilities (Brier, Verification of forecasts expressed in terms of
    /// probability, 1950). Bounded by 2, so wrong labels harm little; but rows that are far off hardly pull any more.
    /// </summary>
    /// <returns>The loss.</returns>
    public static MulticlassLoss Brier() => new BrierLoss();

    private sealed class BrierLoss() : MulticlassLoss("brier", Link.Softmax, acceptsClassProbabilities: true)
    {
        public override LossDescription Description => new()
        {
            Formula = "Σᵢ (pᵢ − tᵢ)² with p the softmax of the scores and targets t, 1 for the row's class and 0 else, or class probabilities",
            MinimisedBy = "class shares",
            UseWhen = "Probabilities are wanted although some labels are wrong: no row costs more than 2.",
            AvoidWhen = "Training starts from a poor network or classes are many: rows that are far off hardly pull any more. Take cross-entropy.",
            Source = "Brier, Verification of forecasts expressed in terms of probability, 1950",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(Brier)),
        };

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor shares = targets.dim() == 1 ? torch.nn.functional.one_hot(targets, outputs.size(1)).to_type(outputs.dtype) : targets;
            return (outputs.softmax(1) - shares).Squared().sum(1);
        }
    }
}
