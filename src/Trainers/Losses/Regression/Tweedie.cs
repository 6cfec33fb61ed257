using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    internal static NumberRange TweediePowers { get; } = NumberRange.Between(1, 2);

    /// <summary>
    /// Tweedie's loss, <c>tweedie:power=1.5</c>: target·e^((1 − p)·x) / (p − 1) + e^((2 − p)·x) / (2 − p), where the output x is the logarithm of the prediction. It is the negative log-likelihood of
    /// sums of a Poisson number of gamma-distributed parts, but for factors and terms that no output changes. Labels of at least 0. Minimised by the mean of the target. For labels
    /// with many zeros and a long tail, such as rain or insurance claims; variances grow as the p-th power of the mean, between <see cref="Poisson"/> and <see cref="Gamma"/>
    /// (Tweedie 1984; Jørgensen, Exponential Dispersion Models, 1987).
    /// </summary>
    /// <param name="power">p, between 1 and 2, neither included. 1.5 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not between 1 and 2.</exception>
    public static RegressionLoss Tweedie(double power = 1.5) => new TweedieLoss(TweediePowers.Require(power, nameof(power)));

    private sealed class TweedieLoss(double power) : TargetwiseLoss(CatalogText.Of("tweedie", ("power", power)), Link.Exponential)
    {
        public override LossDescription Description => new()
        {
            Formula = "y·ŷ^(1 − p)/(p − 1) + ŷ^(2 − p)/(2 − p) with ŷ = eˣ",
            Symbols = new Dictionary<string, string> { ["power"] = "p" },
            MinimisedBy = "mean",
            UseWhen = "Many zeros and a long tail, as with rain or insurance claims: sums of a random number of random parts.",
            AvoidWhen = "Labels are counts, or never 0: poisson and gamma are made for them.",
            Source = "Tweedie 1984; Jørgensen, Exponential Dispersion Models, 1987",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Tweedie), ("power", power)),
        };

        public override LabelDomain Labels => LabelDomain.NonNegative;

        internal override double LabelDegree => 2 - power;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor ofTarget = (targets * SaturatingExponential.Of(outputs.Times(1 - power))).Times(1 / (power - 1));
            return ofTarget.Plus(SaturatingExponential.Of(outputs.Times(2 - power)).Times(1 / (2 - power)));
        }
    }
}
