namespace MLNet.LossExperiments.Reports;

/// <summary>What is gained by taking the rows with the greatest scores first.</summary>
/// <param name="RowShare">The share of rows taken, ascending, from 0 to 1.</param>
/// <param name="PositiveShare">The share of the positive rows that is among them (gain).</param>
/// <param name="Lift">How many times more they are than chance would find, <c>PositiveShare / RowShare</c>; NaN at 0.</param>
public sealed record GainCurve(IReadOnlyList<double> RowShare, IReadOnlyList<double> PositiveShare, IReadOnlyList<double> Lift)
{
    internal static GainCurve Of(BinaryRows rows, int points)
    {
        double total = rows.Positives + rows.Negatives;
        double[] taken = [.. rows.TruePositives.Zip(rows.FalsePositives, (positive, negative) => (positive + negative) / total)];
        double[] found = [.. rows.TruePositives.Select(positive => positive / rows.Positives)];
        int[] kept = CurveThinning.Keep(taken, found, points);
        return new GainCurve(taken.Pick(kept), found.Pick(kept), [.. kept.Select(place => found[place] / taken[place])]);
    }
}
