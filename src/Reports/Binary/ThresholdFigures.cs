namespace MLNet.LossExperiments.Reports;

/// <summary>The confusion at a threshold, rows with a score above the threshold being called positive, and what follows from it. Counts are sums of weights where rows have weights.</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="TruePositives">Positive rows called positive.</param>
/// <param name="FalsePositives">Negative rows called positive.</param>
/// <param name="TrueNegatives">Negative rows called negative.</param>
/// <param name="FalseNegatives">Positive rows called negative.</param>
/// <param name="Precision">The share of positive rows among those called positive; NaN where none are.</param>
/// <param name="Recall">The share of positive rows that are called positive; NaN where there are none.</param>
/// <param name="Specificity">The share of negative rows that are called negative; NaN where there are none.</param>
/// <param name="F1">The harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN); NaN where nothing is positive.</param>
/// <param name="Accuracy">The share of rows called rightly.</param>
/// <param name="CalledPositive">The share of rows called positive.</param>
/// <param name="Cost">The mean cost of a row.</param>
public sealed record ThresholdFigures(
    double Threshold,
    double TruePositives,
    double FalsePositives,
    double TrueNegatives,
    double FalseNegatives,
    double Precision,
    double Recall,
    double Specificity,
    double F1,
    double Accuracy,
    double CalledPositive,
    double Cost)
{
    internal static ThresholdFigures At(double threshold, BinaryRows rows, EvaluationOptions options)
    {
        int groups = rows.GroupsAbove(threshold);
        double tp = rows.TruePositives[groups], fp = rows.FalsePositives[groups], fn = rows.Positives - tp, tn = rows.Negatives - fp, total = rows.Positives + rows.Negatives;
        return new ThresholdFigures(
            threshold, tp, fp, tn, fn,
            tp / (tp + fp),
            tp / rows.Positives,
            tn / rows.Negatives,
            2 * tp / (2 * tp + fp + fn),
            (tp + tn) / total,
            (tp + fp) / total,
            (fp * options.FalsePositiveCost + fn * options.FalseNegativeCost) / total);
    }
}
