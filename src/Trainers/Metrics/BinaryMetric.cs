using MLNet.LossExperiments.Native;
using TorchSharp;

namespace MLNet.LossExperiments.Metrics;

/// <summary>The metrics for binary classification.</summary>
public static class BinaryMetric
{
    /// <summary>Share of right classes, <c>accuracy</c>, of scores that are positive for the positive class.</summary>
    public static Metric Accuracy { get; } = new("accuracy", "Accuracy", true, (x, t, w) => Metric.Mean(x.IsAbove(0).eq(t.IsAbove(0.5)).squeeze(1).to_type(torch.float64), w)) { Equivalence = Metric.OneHundredth };

    /// <summary>Area under the receiver operating characteristic, <c>auc</c>: the probability that a positive row scores above a negative one, a tie counting half. NaN where one class is absent.</summary>
    public static Metric AreaUnderRocCurve { get; } = new("auc", "AUC", true, AreaOf) { Equivalence = Metric.OneHundredth };

    /// <summary>Harmonic mean of precision and recall, <c>f1</c>; 0 where no positive row is found.</summary>
    public static Metric F1Score { get; } = new("f1", "F1", true, F1Of) { Equivalence = Metric.OneHundredth };

    /// <summary>Mean negative logarithm (natural) of the probability of the true class, <c>log-loss</c>. Needs a loss whose scores are probabilities.</summary>
    public static Metric LogLoss { get; } = new("log-loss", "Log-loss", false, (x, t, w) => Metric.Mean((t.SubtractedFrom(1) * x - x.log_sigmoid()).squeeze(1), w)) { NeedsProbabilities = true };

    /// <summary>Mean squared error of the probability (Brier 1950), <c>brier</c>. Needs a loss whose scores are probabilities.</summary>
    public static Metric Brier { get; } = new("brier", "Brier", false, (x, t, w) => Metric.Mean((x.sigmoid() - t).Squared().squeeze(1), w)) { NeedsProbabilities = true };

    /// <summary>Expected calibration error, <c>ece</c>: how far probabilities are from the share of positive rows among rows with about the same probability, on average (Naeini et al. 2015). Needs a loss whose scores are probabilities.</summary>
    public static Metric ExpectedCalibrationError { get; } = new("ece", "ECE", false, (x, t, w) => CalibrationError.Of(x.sigmoid().squeeze(1), t.squeeze(1), w)) { NeedsProbabilities = true, Equivalence = Metric.OneHundredth };

    private static double F1Of(torch.Tensor x, torch.Tensor t, torch.Tensor w)
    {
        torch.Tensor found = x.IsAbove(0).squeeze(1).to_type(torch.float64) * w, positive = t.squeeze(1) * w;
        double right = (found * t.squeeze(1)).sum().item<double>();
        return right == 0 ? 0 : 2 * right / (found.sum().item<double>() + positive.sum().item<double>());
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
