using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Metrics;

/// <summary>A loss as a metric, so that predictions of any network are judged by what one of them was taught.</summary>
internal static class LossMetric
{
    // Already there as the root of the one and as the other.
    private static readonly string[] Known = ["mse", "mae"];

    // Likelihoods without their constant: 0 means nothing, so no share of the mean does.
    private static readonly string[] ShiftedLikelihoods = ["poisson", "gamma"];

    /// <summary>The mean loss of predictions; null where the loss judges more than a prediction of each target, or is there by another name.</summary>
    public static Metric? Of(RegressionLoss loss) => loss.OutputsPerTarget != 1 || Known.Contains(loss.Name)
        ? null
        : loss.Link switch
        {
            Link.Identity => new Metric(loss.Name, loss.Name, false, (x, t, w) => Metric.Mean(loss.RowLosses(x, t, w), w)),
            // Its outputs are logarithms; of a prediction that has none it is not defined.
            Link.Exponential => new Metric(loss.Name, loss.Name, false, (x, t, w) => Metric.Mean(loss.RowLosses(x.log(), t, w), w)) { Equivalence = ShiftedLikelihoods.Contains(loss.Name) ? Metric.OneHundredth : EquivalenceRegion.Relative(0.01) },
            _ => null,
        };
}
