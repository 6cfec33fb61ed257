namespace MLNet.LossExperiments.Reports;

/// <summary>The receiver operating characteristic: how many positive rows are found at the price of how many false alarms. From (0, 0) to (1, 1), straight between points.</summary>
/// <param name="FalsePositiveRate">The share of negative rows called positive, ascending.</param>
/// <param name="TruePositiveRate">The share of positive rows called positive.</param>
/// <param name="Thresholds">The threshold at each point, descending, rows with a score above it being called positive.</param>
public sealed record RocCurve(IReadOnlyList<double> FalsePositiveRate, IReadOnlyList<double> TruePositiveRate, IReadOnlyList<double> Thresholds)
{
    internal static RocCurve Of(BinaryRows rows, int points)
    {
        double[] across = [.. rows.FalsePositives.Select(count => count / rows.Negatives)], up = [.. rows.TruePositives.Select(count => count / rows.Positives)];
        int[] kept = CurveThinning.Keep(across, up, points);
        return new RocCurve(across.Pick(kept), up.Pick(kept), [.. kept.Select(rows.ThresholdAfter)]);
    }
}
