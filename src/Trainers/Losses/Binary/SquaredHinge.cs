using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Squared hinge loss, <c>squared-hinge</c>: max(0, 1 − z)² with the margin z = x for targets 1 and −x for targets 0. Minimised by 2p − 1 for the probability p of the positive class (Zhang, Statistical behavior
    /// and consistency of classification methods based on convex risk minimization, 2004). Smooth, but rows far on the wrong side weigh heavily. Scores are no log-odds.
    /// </summary>
    /// <returns>The loss.</returns>
    public static BinaryLoss SquaredHinge() => new SquaredHingeLoss();

    private sealed class SquaredHingeLoss() : MarginLoss("squared-hinge")
    {
        public override LossDescription Description => new()
        {
            Formula = "max(0, 1 − z)² with the margin z = x for positive rows, −x for negative",
            MinimisedBy = "2p − 1",
            UseWhen = "As hinge, but smooth, and scores keep how sure they are.",
            AvoidWhen = "Labels are wrong now and then: rows far on the wrong side weigh heavily. Take smoothed-hinge.",
            Source = "Zhang, Statistical behavior and consistency of classification methods based on convex risk minimization, 2004",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(SquaredHinge)),
        };

        private protected override torch.Tensor OfMargin(torch.Tensor margins) => margins.SubtractedFrom(1).AtLeast(0).Squared();
    }
}
