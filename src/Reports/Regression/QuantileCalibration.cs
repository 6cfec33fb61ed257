namespace MLNet.LossExperiments.Reports;

/// <summary>How a predicted quantile did.</summary>
/// <param name="Level">The share of labels that should lie below it.</param>
/// <param name="Observed">The share of labels that were at most as great.</param>
/// <param name="Low">The lower end of the interval of that share (Wilson 1927).</param>
/// <param name="High">The upper end.</param>
/// <param name="PinballLoss">The mean pinball loss.</param>
public sealed record QuantileCalibration(double Level, double Observed, double Low, double High, double PinballLoss);
