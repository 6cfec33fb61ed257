using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Negative log-likelihood after log-softmax, <c>nll</c>: −log(p) of the target's class, with log(p) = x − max x − log Σ e^(x − max x). The two-step spelling of
    /// <see cref="CrossEntropy"/> for targets that are classes, equal to it up to rounding.
    /// </summary>
    /// <returns>The loss.</returns>
    public static MulticlassLoss NegativeLogLikelihood() => new NegativeLogLikelihoodLoss();

    private sealed class NegativeLogLikelihoodLoss() : MulticlassLoss("nll", Link.Softmax, acceptsClassProbabilities: false)
    {
        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights) =>
            torch.nn.functional.nll_loss(outputs.log_softmax(1), targets, reduction: torch.nn.Reduction.None);
    }
}
