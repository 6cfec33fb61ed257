using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Binary cross-entropy on probabilities, <c>bce-probabilities</c>: −t·log(p) − (1 − t)·log(1 − p) with p = 1 / (1 + e⁻ˣ), each logarithm cut off at −100.
    /// The same as <see cref="CrossEntropyOnLogits"/> in exact arithmetic; in 32 bits p reaches 1 at a score of 17, where the loss and its gradient stop being
    /// right. It is here to compare with; prefer <see cref="CrossEntropyOnLogits"/>.
    /// </summary>
    /// <returns>The loss.</returns>
    public static BinaryLoss CrossEntropyOnProbabilities() => new CrossEntropyOnProbabilitiesLoss();

    private sealed class CrossEntropyOnProbabilitiesLoss() : RowwiseLoss("bce-probabilities", Link.Logistic)
    {
        public override LossDescription Description => new()
        {
            Formula = "−t·log p − (1 − t)·log(1 − p) with p = 1/(1 + e⁻ˣ), each logarithm at least −100",
            MinimisedBy = "log-odds",
            UseWhen = "Figures are to be compared with those of a program that computes it from probabilities.",
            AvoidWhen = "Otherwise: in 32 bits p reaches 1 at a score of 17, where loss and gradient stop being right. Take bce-logits.",
            Source = "Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.2",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(CrossEntropyOnProbabilities)),
        };

        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets) =>
            torch.nn.functional.binary_cross_entropy(outputs.sigmoid(), targets, reduction: torch.nn.Reduction.None);
    }
}
