namespace MLNet.LossExperiments.Reports;

/// <summary>The confusion at many thresholds: at threshold i, <c>TruePositives[i]</c> of the positive rows and <c>FalsePositives[i]</c> of the negative ones have a score above it. The rest follows: FN = Positives − TP, TN = Negatives − FP.</summary>
/// <param name="Positives">The positive rows, or their weight.</param>
/// <param name="Negatives">The negative rows, or their weight.</param>
/// <param name="Thresholds">The thresholds, ascending. The model's own is one of them, and so are the best; no score is above the last.</param>
/// <param name="TruePositives">The positive rows called positive at each.</param>
/// <param name="FalsePositives">The negative rows called positive at each.</param>
public sealed record ThresholdCounts(double Positives, double Negatives, IReadOnlyList<double> Thresholds, IReadOnlyList<double> TruePositives, IReadOnlyList<double> FalsePositives)
{
    internal static ThresholdCounts Of(BinaryRows rows, IReadOnlyList<double> wanted)
    {
        double[] thresholds = ThresholdChoice.ForSlider(rows, wanted);
        int[] groups = [.. thresholds.Select(rows.GroupsAbove)];
        return new ThresholdCounts(rows.Positives, rows.Negatives, thresholds, rows.TruePositives.Pick(groups), rows.FalsePositives.Pick(groups));
    }
}
