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
    /// <returns>The loss.</returns>
    public static BinaryLoss CrossEntropyOnLogits() => new CrossEntropyOnLogitsLoss();

    private sealed class CrossEntropyOnLogitsLoss() : RowwiseLoss("bce-logits", Link.Logistic)
    {
        private protected override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets) =>
            targets.SubtractedFrom(1) * outputs - outputs.log_sigmoid();
    }
}
