using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class BinaryLoss
{
    /// <summary>
    /// Exponential loss, <c>exponential</c>: e^−z with the margin z = x for targets 1 and −x for targets 0, going on as its tangent below z = −30. Minimised by half the log-odds of the positive class: AdaBoost's loss
    /// (Friedman, Hastie and Tibshirani, Additive logistic regression, 2000). Rows far on the wrong side, such as wrong labels, dominate it. Scores are no log-odds.
    /// </summary>
    /// <returns>The loss.</returns>
    public static BinaryLoss Exponential() => new ExponentialLoss();

    private sealed class ExponentialLoss() : MarginLoss("exponential")
    {
        public override LossDescription Description => new()
        {
            Formula = "e⁻ᶻ with the margin z = x for positive rows, −x for negative; its tangent below z = −30",
            MinimisedBy = "half the log-odds",
            UseWhen = "AdaBoost's loss, for comparison with boosting, on clean labels.",
            AvoidWhen = "Labels are wrong now and then: rows far on the wrong side outweigh all others. Take bce-logits.",
            Source = "Friedman, Hastie and Tibshirani, Additive logistic regression, 2000",
            CSharp = LossDescription.Call(nameof(BinaryLoss), nameof(Exponential)),
        };

        private protected override torch.Tensor OfMargin(torch.Tensor margins) => SaturatingExponential.Of(margins.neg());
    }
}
