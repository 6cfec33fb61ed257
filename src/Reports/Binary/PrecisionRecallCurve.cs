namespace MLNet.LossExperiments.Reports;

/// <summary>How pure the rows called positive are, when how many of the positive ones are found. Precision holds back to the recall before it: draw steps.</summary>
/// <param name="Recall">The share of positive rows called positive, ascending.</param>
/// <param name="Precision">The share of positive rows among those called positive.</param>
/// <param name="Thresholds">The threshold at each point, descending, rows with a score above it being called positive.</param>
/// <param name="Prevalence">The share of positive rows: the precision of chance.</param>
public sealed record PrecisionRecallCurve(IReadOnlyList<double> Recall, IReadOnlyList<double> Precision, IReadOnlyList<double> Thresholds, double Prevalence)
{
    internal static PrecisionRecallCurve Of(BinaryRows rows, int points)
    {
        // Where a group brings no positive row, only precision falls; the next that brings one says the same.
        int[] groups = [.. Enumerable.Range(1, rows.GroupEnds.Length).Where(group => rows.TruePositives[group] > rows.TruePositives[group - 1])];
        double[] recall = [.. groups.Select(group => rows.TruePositives[group] / rows.Positives)];
        double[] precision = [.. groups.Select(group => rows.TruePositives[group] / (rows.TruePositives[group] + rows.FalsePositives[group]))];
        int[] kept = CurveThinning.Keep(recall, precision, points);
        return new PrecisionRecallCurve(
            recall.Pick(kept),
            precision.Pick(kept),
            [.. kept.Select(place => rows.ThresholdAfter(groups[place]))],
            rows.Positives / (rows.Positives + rows.Negatives));
    }
}
