using MLNet.LossExperiments.Measures;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>The metrics for multiclass classification.</summary>
public static class MulticlassMetric
{
    /// <summary>Share of right classes, <c>accuracy</c>; where labels are class probabilities the likeliest class is right.</summary>
    public static Metric Accuracy { get; } = new("accuracy", "Accuracy", true, (x, t, w) => Metric.Mean(x.argmax(1).eq(ClassesOf(t)).to_type(torch.float64), w)) { Equivalence = Metric.OneHundredth };

    /// <summary>Mean of the classes' recalls, <c>balanced-accuracy</c>, of the classes that there are.</summary>
    public static Metric BalancedAccuracy { get; } = new("balanced-accuracy", "Balanced accuracy", true, (x, t, w) =>
    {
        (double[] right, double[] there, _) = CountsOf(x, t, w);
        return right.Zip(there).Where(pair => pair.Second > 0).Average(pair => pair.First / pair.Second);
    })
    { Equivalence = Metric.OneHundredth };

    /// <summary>Mean of the classes' F1 scores, <c>macro-f1</c>, of the classes that there are or that were predicted.</summary>
    public static Metric MacroF1 { get; } = new("macro-f1", "Macro F1", true, (x, t, w) =>
    {
        (double[] right, double[] there, double[] predicted) = CountsOf(x, t, w);
        return Enumerable.Range(0, right.Length).Where(c => there[c] + predicted[c] > 0).Average(c => 2 * right[c] / (there[c] + predicted[c]));
    })
    { Equivalence = Metric.OneHundredth };

    /// <summary>Mean negative natural logarithm of the probability of the true class, in nats, <c>log-loss</c>. Probabilities below 2⁻²³ count as that, so that no row costs more than 15.94. Needs a loss whose scores are probabilities.</summary>
    public static Metric LogLoss { get; } = new("log-loss", "Log-loss", false, (x, t, w) =>
    {
        torch.Tensor logs = x.AtLeast(ClippedLogLoss.LeastProbability).log();
        return Metric.Mean(t.dim() == 1 ? logs.gather(1, t.unsqueeze(1)).squeeze(1).neg() : (logs * t).sum(1).neg(), w);
    })
    { NeedsProbabilities = true };

    /// <summary>Mean over the rows of Σ (probability − truth)² over the classes (Brier 1950), <c>brier</c>, from 0 to 2. Needs a loss whose scores are probabilities.</summary>
    public static Metric Brier { get; } = new("brier", "Brier", false, (x, t, w) =>
        Metric.Mean((x - (t.dim() == 1 ? torch.nn.functional.one_hot(t, x.size(1)).to_type(torch.float64) : t)).Squared().sum([1]), w))
    { NeedsProbabilities = true };

    /// <summary>
    /// Expected calibration error (ℓ₂), <c>ece</c>: how far the probability of the likeliest class is from the share of rows in which it is right, as the root of the mean square over bins of similar probabilities,
    /// without what chance adds (Kumar, Liang and Ma 2019). Needs a loss whose scores are probabilities.
    /// </summary>
    public static Metric ExpectedCalibrationError { get; } = new("ece", "ECE", false, (x, t, w) =>
        Calibration.ErrorOf(x.max(1).values, x.argmax(1).eq(ClassesOf(t)).to_type(torch.float64), w))
    { NeedsProbabilities = true, WhyMissing = Calibration.WhyMissing, Equivalence = Metric.OneHundredth };

    private static torch.Tensor ClassesOf(torch.Tensor targets) => targets.dim() == 1 ? targets : targets.argmax(1);

    private static (double[] Right, double[] There, double[] Predicted) CountsOf(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        torch.Tensor predicted = x.argmax(1), there = ClassesOf(t);
        double[] Count(torch.Tensor classes, torch.Tensor weights) => torch.zeros(x.shape[1], dtype: torch.float64).scatter_add_(0, classes, weights).data<double>().ToArray();
        return (Count(there, w * predicted.eq(there).to_type(torch.float64)), Count(there, w), Count(predicted, w));
    }
}
