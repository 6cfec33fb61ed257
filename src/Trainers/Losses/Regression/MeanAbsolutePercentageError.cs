using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Absolute error as a share of the label, <c>mape</c>: |output − target| / |target|, 0.1 for ten percent. Labels other than 0. Minimised by the median of the target when each target
    /// weighs 1 / |target|, which lies below the median of positive targets. Where relative errors count (de Myttenaere, Golden, Le Grand and Rossi, Mean Absolute Percentage Error for
    /// Regression Models, 2016). At an error of 0 the gradient is 0.
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss MeanAbsolutePercentageError() => new MeanAbsolutePercentageErrorLoss();

    private sealed class MeanAbsolutePercentageErrorLoss() : TargetwiseLoss("mape")
    {
        public override LossDescription Description => new()
        {
            Formula = "|ŷ − y| / |y|",
            MinimisedBy = "median weighed by 1 over the size of y",
            UseWhen = "Errors count as shares of the label, and labels keep away from 0.",
            AvoidWhen = "Labels come near 0: those rows then decide the fit. Predictions of positive labels lie below the median.",
            Source = "de Myttenaere, Golden, Le Grand and Rossi, Mean Absolute Percentage Error for Regression Models, 2016",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(MeanAbsolutePercentageError)),
        };

        public override LabelDomain Labels => LabelDomain.NonZero;

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) => (outputs - targets).abs() / targets.abs();
    }
}
