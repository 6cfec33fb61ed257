using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>The metrics for regression.</summary>
public static class RegressionMetric
{
    /// <summary>Root of the mean squared error, <c>rmse</c>, in units of the label; of several targets over all of them.</summary>
    public static Metric RootMeanSquaredError { get; } = new("rmse", "RMSE", false, (x, t, w) => Math.Sqrt(Metric.Mean((x - t).Squared().mean([1]), w)));

    /// <summary>Mean absolute error, <c>mae</c>, in units of the label; of several targets over all of them.</summary>
    public static Metric MeanAbsoluteError { get; } = new("mae", "MAE", false, (x, t, w) => Metric.Mean((x - t).abs().mean([1]), w));

    /// <summary>Mean absolute percentage error, <c>mape</c>, as a share of the label; rows whose label is 0 are left out.</summary>
    public static Metric MeanAbsolutePercentageError { get; } = new("mape", "MAPE", false, PercentageError) { WhyMissing = "every label is 0" };

    /// <summary>Coefficient of determination, <c>r2</c>: 1 − squared error / variance of the label, at most 1; the mean over the targets. 0 is as good as the mean of the label. NaN where the labels of a target do not differ.</summary>
    public static Metric RSquared { get; } = new("r2", "R²", true, DeterminationOf) { WhyMissing = "the labels do not differ", Equivalence = Metric.OneHundredth };

    private static double PercentageError(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        torch.Tensor isKnown = t.abs().IsAbove(0);
        torch.Tensor shares = torch.where(isKnown, (x - t).abs() / torch.where(isKnown, t.abs(), torch.ones_like(t)), torch.zeros_like(t));
        torch.Tensor counts = isKnown.to_type(torch.float64) * w.unsqueeze(1);
        return (shares * counts).sum().item<double>() / counts.sum().item<double>();
    }

    private static double DeterminationOf(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        // By the labels themselves: rounding leaves equal ones a variance that is not quite 0.
        if (t.amax([0]).eq(t.amin([0])).any().item<bool>())
            return double.NaN;
        torch.Tensor weights = w.unsqueeze(1);
        torch.Tensor mean = (t * weights).sum(0, keepdim: true) / weights.sum();
        torch.Tensor variances = ((t - mean).Squared() * weights).sum([0]);
        double share = (((x - t).Squared() * weights).sum([0]) / variances).mean().item<double>();
        return double.IsFinite(share) ? 1 - share : double.NaN;
    }
}
