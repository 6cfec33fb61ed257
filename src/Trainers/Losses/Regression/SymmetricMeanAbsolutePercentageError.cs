using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Absolute error as a share of the mean size of label and output, <c>smape</c>: 2·|output − target| / (|target| + |output|), from 0 to 2, and 0 where both are 0. Minimised by
    /// a value that has no closed form, near the median. Bounded, so targets near 0 do no harm as with <see cref="MeanAbsolutePercentageError"/>; but an output of the wrong sign costs 2
    /// whatever its size, with a gradient of 0, so a start on the wrong side stays there (Makridakis, Accuracy Measures: Theoretical and Practical Concerns, 1993).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss SymmetricMeanAbsolutePercentageError() => new SymmetricMeanAbsolutePercentageErrorLoss();

    private sealed class SymmetricMeanAbsolutePercentageErrorLoss() : TargetwiseLoss("smape")
    {
        public override LossDescription Description => new()
        {
            Formula = "2·|ŷ − y| / (|y| + |ŷ|), 0 where both are 0",
            MinimisedBy = "a sample value",
            UseWhen = "Relative errors count, and some labels are near 0, where mape has no bound; this one never exceeds 2.",
            AvoidWhen = "Labels have both signs: on the wrong side of 0 a prediction costs 2 whatever its size, with a gradient of 0.",
            Source = "Makridakis, Accuracy Measures: Theoretical and Practical Concerns, 1993",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(SymmetricMeanAbsolutePercentageError)),
        };

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor sizes = outputs.abs().Plus(targets.abs());
            torch.Tensor ones = torch.ones_like(sizes);
            torch.Tensor shares = (outputs - targets).abs() / torch.where(sizes.IsAbove(0), sizes, ones);
            // For opposite signs the gradient would be the difference of two equal terms: noise, of which Adam makes steps.
            torch.Tensor areOpposite = (outputs.sign() * targets.sign()).neg().IsAbove(0);
            return torch.where(areOpposite, ones, shares).Times(2);
        }
    }
}
