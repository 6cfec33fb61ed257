using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Ordinal regression by conditional probabilities (CORN), <c>ordinal</c>: for k classes whose keys are in order there are k − 1 outputs, the j-th the log-odds that a class is above the j-th, given that it is not below it;
    /// the loss is the sum of their binary cross-entropies over the j for which the row is not below. Being one class off costs less than being two off. Minimised by the class probabilities. The order is that of the key: map
    /// labels by value, or give the keys' order (Shi, Cao and Raschka, Deep neural networks for rank-consistent ordinal regression based on conditional probabilities, 2021; there averaged over the rows of each output).
    /// </summary>
    /// <returns>The loss.</returns>
    public static MulticlassLoss Ordinal() => new OrdinalLoss();

    private sealed class OrdinalLoss() : MulticlassLoss("ordinal", Link.Ordinal, acceptsClassProbabilities: false)
    {
        public override LossDescription Description => new()
        {
            Formula = "Σⱼ log(1 + e^∓xⱼ) over the steps j between classes that the row's class is not below; − where it is above the step, + where it is not",
            MinimisedBy = "class shares",
            UseWhen = "Classes have an order, such as grades: one class off costs less than two off.",
            AvoidWhen = "Classes have no order, or the order of the keys is another: map the labels by value, or take cross-entropy.",
            Source = "Shi, Cao and Raschka, Deep neural networks for rank-consistent ordinal regression based on conditional probabilities, 2021",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(Ordinal)),
        };

        internal override int OutputCount(int classes) => classes - 1;

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor thresholds = torch.tensor(Enumerable.Range(0, (int)outputs.size(1)).Select(index => (long)index).ToArray()).to(outputs.device).unsqueeze(0);
            torch.Tensor classes = targets.unsqueeze(1);
            torch.Tensor isAbove = classes.gt(thresholds);
            torch.Tensor isAtOrAbove = classes.ge(thresholds).to_type(outputs.dtype);
            torch.Tensor costs = torch.where(isAbove, outputs.neg(), outputs).SoftPlus();
            return (costs * isAtOrAbove).sum(1);
        }
    }
}
