using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    /// <summary>
    /// Logarithm of the hyperbolic cosine, <c>log-cosh</c>: log cosh(output − target), about e²/2 for small errors and |e| − log 2 for large ones. Minimised where the hyperbolic tangents
    /// of the errors sum to 0, a value between mean and median. Like <see cref="Huber"/>'s loss but smooth throughout; it turns at an error of about 1 in units of the label
    /// (Saleh and Saleh, Statistical Properties of the log-cosh Loss Function Used in Machine Learning, 2022).
    /// </summary>
    /// <returns>The loss.</returns>
    public static RegressionLoss LogCosh() => new LogCoshLoss();

    private sealed class LogCoshLoss() : TargetwiseLoss("log-cosh")
    {
        public override LossDescription Description => new()
        {
            Formula = "log cosh(e) with e = ŷ − y; about e²/2 for small errors, |e| − log 2 for large",
            MinimisedBy = "where tanh of the errors balances",
            UseWhen = "Like huber, but smooth throughout and without a parameter, which suits optimizers such as lbfgs.",
            AvoidWhen = "Labels are in units in which 1 is no ordinary error: it turns from square to line there. Scale the labels, or take huber.",
            Source = "Saleh and Saleh, Statistical Properties of the log-cosh Loss Function Used in Machine Learning, 2022",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(LogCosh)),
        };

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            // Far out cosh overflows; near 0 the two terms that replace it there would cancel.
            torch.Tensor errors = (outputs - targets).abs();
            torch.Tensor near = errors.AtMost(1).Times(0.5).sinh().Squared().Times(2).log1p();
            torch.Tensor far = errors.Plus(errors.Times(-2).SoftPlus()).Plus(-Math.Log(2));
            return torch.where(errors.IsAbove(1), far, near);
        }
    }
}
