using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    internal static NumberRange DegreesOfFreedom { get; } = NumberRange.FromTo(0.01, 1e6);

    /// <summary>
    /// Student's t loss, <c>student-t:nu=3,scale=1</c>: (ν + 1)/2 · log(1 + e²/(ν·s²)) for the error e = output − target, the negative log-likelihood of t-distributed errors up to a constant.
    /// Minimised where e / (ν·s² + e²) sums to 0: near the mean for large ν, near the mode for small. For labels with outliers; ν = 1 is <see cref="Cauchy"/>'s loss, ν → ∞ half the squared
    /// error over s² (Lange, Little and Taylor, Robust Statistical Modeling Using the t Distribution, 1989).
    /// </summary>
    /// <param name="nu">ν, the degrees of freedom: the smaller, the less outliers count. Between 0.01 and 10⁶, 3 by default.</param>
    /// <param name="scale">s, the scale of the errors in units of the label. Between 10⁻¹² and 10¹², 1 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nu"/> or <paramref name="scale"/> is out of its range.</exception>
    public static RegressionLoss StudentT(double nu = 3, double scale = 1) =>
        new StudentTLoss(DegreesOfFreedom.Require(nu, nameof(nu)), Scales.Require(scale, nameof(scale)));

    private sealed class StudentTLoss(double nu, double scale) : TargetwiseLoss(CatalogText.Of("student-t", ("nu", nu), ("scale", scale)))
    {
        public override LossDescription Description => new()
        {
            Formula = "(ν + 1)/2·log(1 + e²/(ν·s²)) with e = ŷ − y",
            Symbols = new Dictionary<string, string> { ["nu"] = "ν", ["scale"] = "s" },
            MinimisedBy = "location of Student's t distribution",
            UseWhen = "Labels hold outliers: ν says how little they count, from cauchy at 1 towards mse for large ν.",
            AvoidWhen = "Errors are near normal: take mse. There may be several minima.",
            Source = "Lange, Little and Taylor, Robust Statistical Modeling Using the t Distribution, 1989",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(StudentT), ("nu", nu), ("scale", scale)),
        };

        internal override double TurningPoint => scale;

        internal override double LabelDegree => 0;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets) =>
            (outputs - targets).Times(1 / (scale * Math.Sqrt(nu))).Squared().log1p().Times((nu + 1) / 2);
    }
}
