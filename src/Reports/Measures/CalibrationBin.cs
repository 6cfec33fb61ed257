namespace MLNet.LossExperiments.Reports;

/// <summary>Rows with about the same probability, and how often what it is of came true.</summary>
/// <param name="From">The lower edge of the bin.</param>
/// <param name="To">The upper edge.</param>
/// <param name="MeanProbability">The mean probability of its rows; NaN where it has none.</param>
/// <param name="ObservedShare">The share of its rows in which it came true; NaN where it has none.</param>
/// <param name="Low">The lower end of the interval of that share (Wilson 1927).</param>
/// <param name="High">The upper end.</param>
/// <param name="Weight">The weight of its rows; their number where rows have no weights.</param>
public sealed record CalibrationBin(double From, double To, double MeanProbability, double ObservedShare, double Low, double High, double Weight);
