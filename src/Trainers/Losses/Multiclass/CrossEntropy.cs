using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Cross-entropy, <c>cross-entropy</c>: −Σᵢ tᵢ·log(pᵢ) with p the softmax of the scores, computed as log Σ eˣ − x for the target's class. Targets are classes, or class
    /// probabilities, which sum to 1. Minimised by the class probabilities (Bishop, Pattern Recognition and Machine Learning, 2006, section 4.3.4).
    /// </summary>
    /// <returns>The loss.</returns>
    public static MulticlassLoss CrossEntropy() => new CrossEntropyLoss();

    private sealed class CrossEntropyLoss() : MulticlassLoss("cross-entropy", Link.Softmax, acceptsClassProbabilities: true)
    {
        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) =>
            targets.dim() == 1
                ? outputs.logsumexp(1) - outputs.gather(1, targets.unsqueeze(1)).squeeze(1)
                : (targets * outputs.log_softmax(1)).sum(1).neg();
    }
}
