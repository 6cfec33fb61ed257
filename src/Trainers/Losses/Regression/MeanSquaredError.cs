using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Squared error, <c>mse</c>: (output − target)². Minimised by the mean of the target; the log-likelihood of normally distributed errors, up to constants
    /// (Gauss 1809; Bishop, Pattern Recognition and Machine Learning, 2006, section 1.2.5). Errors far out weigh heavily.
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss MeanSquaredError() => new MeanSquaredErrorLoss();

    private sealed class MeanSquaredErrorLoss() : TargetwiseLoss("mse")
    {
        public override LossDescription Description => new()
        {
            Formula = "e² with e = ŷ − y",
            MinimisedBy = "mean",
            UseWhen = "A mean is wanted, and one large error is really worse than several small ones.",
            AvoidWhen = "Labels hold gross errors or have a long tail: a few rows then decide the fit. Take huber or mae.",
            Source = "Gauss 1809; Bishop, Pattern Recognition and Machine Learning, 2006, section 1.2.5",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(MeanSquaredError)),
        };

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).Squared();
    }
}
