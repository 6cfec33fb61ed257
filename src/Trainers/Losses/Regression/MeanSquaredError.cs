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
        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).Squared();
    }
}
