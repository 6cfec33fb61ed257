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
        public override LossDescription Description => new()
        {
            Formula = "|e| with e = ŷ − y",
            MinimisedBy = "median",
            UseWhen = "A median is wanted, and errors far out are to pull no harder than near ones.",
            AvoidWhen = "Means or sums are wanted, or more than half of the labels are one value, such as 0: the median is then that value.",
            Source = "Boscovich 1757; Laplace 1774",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(MeanAbsoluteError)),
        };

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).abs();
    }
}
