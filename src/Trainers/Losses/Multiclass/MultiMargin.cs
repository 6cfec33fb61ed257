using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class MulticlassLoss
{
    /// <summary>
    /// Multi-margin loss, <c>multi-margin:margin=1,power=1</c>: Σⱼ max(0, m − x + xⱼ)ᵖ / k over the k − 1 other classes, for the score x of the target's class. A hinge for several classes, which cares for the order of the
    /// classes alone: scores are raw (Weston and Watkins, Support vector machines for multi-class pattern recognition, 1999), divided by k as in PyTorch.
    /// </summary>
    /// <param name="margin">m, by how much the target's class is to lead. Greater than 0; default 1.</param>
    /// <param name="power">p: 1 (the default) or 2.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static MulticlassLoss MultiMargin(double margin = 1, int power = 1) => new MultiMarginLoss(
        NumberRange.Positive.Require(margin, nameof(margin)), power is 1 or 2 ? power : throw new ArgumentOutOfRangeException(nameof(power), power, "power must be 1 or 2."));

    private sealed class MultiMarginLoss(double margin, int power)
        : MulticlassLoss(CatalogText.Of("multi-margin", ("margin", margin), ("power", power)), Link.Identity, acceptsClassProbabilities: false)
    {
        public override LossDescription Description => new()
        {
            Formula = "1/k·Σⱼ max(0, m − x + xⱼ)^p over the k − 1 other classes, x the score of the row's class",
            Symbols = new Dictionary<string, string> { ["margin"] = "m", ["power"] = "p" },
            MinimisedBy = "the commonest class a margin ahead",
            UseWhen = "Only the order of the classes counts: a hinge for several classes.",
            AvoidWhen = "Probabilities are wanted: take cross-entropy.",
            Source = "Weston and Watkins, Support vector machines for multi-class pattern recognition, 1999",
            CSharp = LossDescription.Call(nameof(MulticlassLoss), nameof(MultiMargin), ("margin", margin), ("power", power)),
        };

        private protected override torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights)
        {
            torch.Tensor own = targets.unsqueeze(1);
            torch.Tensor violations = (outputs - outputs.gather(1, own)).Plus(margin).relu();
            torch.Tensor costs = power == 1 ? violations : violations.Squared();
            // The target's class against itself would cost the margin.
            return (costs.sum(1) - costs.gather(1, own).squeeze(1)).Times(1.0 / outputs.size(1));
        }
    }
}
