using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>A loss of the margin z = x for targets 1, −x for targets 0: how far a score is on the right side.</summary>
    private abstract class MarginLoss(string name) : RowwiseLoss(name)
    {
        private protected abstract torch.Tensor OfMargin(torch.Tensor margins);

        private protected sealed override torch.Tensor Losses(torch.Tensor outputs, torch.Tensor targets) => OfMargin(MarginsOf(outputs, targets));
    }

    private static torch.Tensor MarginsOf(torch.Tensor outputs, torch.Tensor targets) => outputs * targets.Times(2).Plus(-1);
}
