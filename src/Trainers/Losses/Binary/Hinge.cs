using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Hinge loss, <c>hinge</c>: max(0, 1 − z) with the margin z = x for targets 1 and −x for targets 0. Minimised by 1 where the positive class is the likelier, else by −1: support vector machines' loss, which
    /// cares for the right side alone (Cortes and Vapnik, Support-vector networks, 1995). Scores are no log-odds.
    /// </summary>
    /// <returns>The loss.</returns>
    public static BinaryLoss Hinge() => new HingeLoss();

    private sealed class HingeLoss() : MarginLoss("hinge")
    {
        public override LossDescription Description => new()
        {
            Formula = "max(0, 1 − z) with the margin z = x for positive rows, −x for negative",
            MinimisedBy = "−1 or 1",
            UseWhen = "Only the right side counts, as for a support vector machine.",
            AvoidWhen = "Probabilities are wanted: scores carry no more than the side. Take bce-logits.",
            Source = "Cortes and Vapnik, Support-vector networks, 1995",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Hinge)),
        };

        private protected override torch.Tensor OfMargin(torch.Tensor margins) => margins.SubtractedFrom(1).AtLeast(0);
    }
}
