using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

public abstract partial class RegressionLoss
{
    internal static IReadOnlyList<double> DefaultLevels { get; } = [0.1, 0.5, 0.9];

    /// <summary>
    /// Pinball losses of several quantiles at once, <c>quantiles:levels=0.1/0.5/0.9</c>: the mean over the levels of <see cref="Quantile"/>'s loss. Each target has an output for each level.
    /// The outputs are sorted before they are compared with the target, and again when predictions are made, so the predicted quantiles never cross and form intervals. Minimised by
    /// the quantiles of the target (Koenker and Bassett, Regression Quantiles, 1978; Chernozhukov, Fernández-Val and Galichon, Quantile and Probability Curves Without Crossing, 2010).
    /// </summary>
    /// <param name="levels">The levels, each between 0 and 1, neither included, ascending and distinct. 0.1, 0.5 and 0.9 by default.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A level is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">There are no levels, or they do not ascend.</exception>
    public static RegressionLoss Quantiles(IReadOnlyList<double>? levels = null)
    {
        double[] all = [.. levels ?? DefaultLevels];
        if (all.Length == 0)
            throw new ArgumentException("levels must be at least one.", nameof(levels));
        foreach (double level in all)
            NumberRange.OpenShare.Require(level, nameof(levels));
        if (all.Zip(all.Skip(1), (level, next) => level < next).Contains(false))
            throw new ArgumentException($"levels must ascend, each greater than the one before, and are {CatalogParameter.Text(all)}.", nameof(levels));
        return new QuantilesLoss(all);
    }

    private sealed class QuantilesLoss(double[] levels) : DistributionLoss(CatalogText.Of("quantiles", ("levels", levels)), Link.Quantiles)
    {
        public override LossDescription Description => new()
        {
            Formula = "the mean, over the levels τ, of τ·(y − ŷ) where y > ŷ, (1 − τ)·(ŷ − y) elsewhere; the ŷ are the outputs, sorted",
            Symbols = new Dictionary<string, string> { ["levels"] = "τ" },
            MinimisedBy = "each quantile",
            UseWhen = "An interval is wanted with each prediction, and no distribution can be taken for granted.",
            AvoidWhen = "One number is enough: take mae or quantile. Levels near 0 or 1 need many rows.",
            Source = "Koenker and Bassett, Regression Quantiles, 1978; Chernozhukov, Fernández-Val and Galichon, Quantile and Probability Curves Without Crossing, 2010",
            CSharp = LossDescription.Call(nameof(RegressionLoss), nameof(Quantiles), ("levels", levels)),
        };

        public override int OutputsPerTarget => levels.Length;

        public override IReadOnlyList<double> QuantileLevels { get; } = Array.AsReadOnly(levels);

        internal override double LabelDegree => 1;

        private protected override torch.Tensor TargetLosses(torch.Tensor outputs, torch.Tensor targets)
        {
            torch.Tensor quantiles = outputs.sort(2, stable: true).Values;
            torch.Tensor targetOfEach = targets.unsqueeze(2);
            torch.Tensor weights = torch.tensor(levels, dtype: outputs.dtype, device: outputs.device);
            torch.Tensor below = (targetOfEach - quantiles).relu() * weights;
            torch.Tensor above = (quantiles - targetOfEach).relu() * weights.SubtractedFrom(1);
            return below.Plus(above).mean([2]);
        }
    }
}
