namespace MLNet.LossExperiments.Reports;

/// <summary>What is gained by taking the rows with the greatest scores first.</summary>
/// <param name="RowShare">The share of rows taken, ascending, from 0 to 1.</param>
/// <param name="PositiveShare">The share of the positive rows that is among them (gain).</param>
/// <param name="Lift">How many times more they are than chance would find, <c>PositiveShare / RowShare</c>; NaN at 0.</param>
public sealed record GainCurve(IReadOnlyList<double> RowShare, IReadOnlyList<double> PositiveShare, IReadOnlyList<double> Lift);
