using MLNet.LossExperiments.Measures;
using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>The metrics for binary classification.</summary>
public static class BinaryMetric
{
    /// <summary>Share of right classes, <c>accuracy</c>, of scores that are positive for the positive class.</summary>
    public static Metric Accuracy { get; } = new("accuracy", "Accuracy", true, (x, t, w) => Metric.Mean(x.IsAbove(0).eq(t.IsAbove(0.5)).squeeze(1).to_type(torch.float64), w)) { Equivalence = Metric.OneHundredth };

    /// <summary>Area under the receiver operating characteristic, <c>auc</c>: the probability that a positive row scores above a negative one, a tie counting half. NaN where one class is absent.</summary>
    public static Metric AreaUnderRocCurve { get; } = new("auc", "AUC", true, AreaOf) { WhyMissing = "there are rows of one class only", Equivalence = Metric.OneHundredth };

    /// <summary>Harmonic mean of precision and recall, <c>f1</c>. NaN where no row is positive, nor predicted so.</summary>
    public static Metric F1Score { get; } = new("f1", "F1", true, F1Of) { WhyMissing = "no row is positive, nor predicted so", Equivalence = Metric.OneHundredth };

    /// <summary>Mean negative natural logarithm of the probability of the true class, in nats, <c>log-loss</c>. Probabilities below 2⁻²³ count as that, so that no row costs more than 15.94. Needs a loss whose scores are probabilities.</summary>
    public static Metric LogLoss { get; } = new("log-loss", "Log-loss", false, (x, t, w) => Metric.Mean((t * CostOf(x)).Plus(t.SubtractedFrom(1) * CostOf(x.neg())).squeeze(1), w)) { NeedsProbabilities = true };

    /// <summary>Mean squared error of the probability (Brier 1950), <c>brier</c>. Needs a loss whose scores are probabilities.</summary>
    public static Metric Brier { get; } = new("brier", "Brier", false, (x, t, w) => Metric.Mean((x.sigmoid() - t).Squared().squeeze(1), w)) { NeedsProbabilities = true };

    /// <summary>
    /// Expected calibration error (ℓ₂), <c>ece</c>: how far probabilities are from the share of positive rows among rows with about the same probability, as the root of the mean square, without what chance adds
    /// (Kumar, Liang and Ma 2019). Only here a row of weight 2 is not the row twice: two rows tell more about chance than one. Needs a loss whose scores are probabilities.
    /// </summary>
    public static Metric ExpectedCalibrationError { get; } = new("ece", "ECE", false, (x, t, w) => Calibration.ErrorOf(x.sigmoid().squeeze(1), t.squeeze(1), w)) { NeedsProbabilities = true, WhyMissing = Calibration.WhyMissing, Equivalence = Metric.OneHundredth };

    // −ln σ(score), cut off.
    private static torch.Tensor CostOf(torch.Tensor scores) => scores.log_sigmoid().neg().AtMost(ClippedLogLoss.Greatest);

    private static double F1Of(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        torch.Tensor found = x.IsAbove(0).squeeze(1).to_type(torch.float64) * w, positive = t.squeeze(1) * w;
        double right = (found * t.squeeze(1)).sum().item<double>();
        return 2 * right / (found.sum().item<double>() + positive.sum().item<double>());
    }

    // Runs up the scores, group of ties by group of ties: each positive row is above the negatives of lower groups and level with half of its own.
    private static double AreaOf(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        double[] scores = x.data<double>().ToArray(), labels = t.data<double>().ToArray(), weights = w.data<double>().ToArray();
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort((double[])scores.Clone(), order);
        double area = 0, negativesBelow = 0, positives = 0;
        for (int start = 0; start < order.Length;)
        {
            double negativesHere = 0, positivesHere = 0;
            int end = start;
            for (; end < order.Length && scores[order[end]] == scores[order[start]]; end++)
            {
                if (labels[order[end]] > 0.5)
                    positivesHere += weights[order[end]];
                else
                    negativesHere += weights[order[end]];
            }
            area += positivesHere * (negativesBelow + negativesHere / 2);
            negativesBelow += negativesHere;
            positives += positivesHere;
            start = end;
        }
        return area / (positives * negativesBelow);
    }
}
