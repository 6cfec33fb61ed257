using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Absolute error, <c>mae</c>: |output − target|. Minimised by the median of the target; the log-likelihood of Laplace-distributed errors, up to constants (Boscovich 1757;
    /// Laplace 1774). Errors far out pull no harder than near ones. At an error of 0 the gradient is 0.
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss MeanAbsoluteError() => new MeanAbsoluteErrorLoss();

    private sealed class MeanAbsoluteErrorLoss() : TargetwiseLoss("mae")
    {
        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).abs();
    }
}
