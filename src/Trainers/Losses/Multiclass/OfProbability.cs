using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>A loss of nothing but the probability p of the target's class under the softmax, given as log p and as 1 − p, each with all its digits.</summary>
    private abstract class ProbabilityLoss(string name) : MulticlassLoss(name, Link.Softmax, acceptsClassProbabilities: false)
    {
        public override bool GivesProbabilities => false;

        private protected abstract torch.Tensor OfProbability(torch.Tensor logarithms, torch.Tensor complements);

        private protected sealed override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor logarithms = outputs.log_softmax(1).gather(1, targets.unsqueeze(1)).squeeze(1);
            return OfProbability(logarithms, logarithms.expm1().neg());
        }
    }
}
