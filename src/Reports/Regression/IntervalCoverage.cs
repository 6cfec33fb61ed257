namespace MLNet.LossExperiments.Reports;

/// <summary>How an interval did.</summary>
/// <param name="LowerLevel">The share of labels that should lie below it.</param>
/// <param name="UpperLevel">The share of labels that should lie below its upper end.</param>
/// <param name="Nominal">The share of labels that it should hold.</param>
/// <param name="Observed">The share of labels that it held, ends included.</param>
/// <param name="Low">The lower end of the interval of that share (Wilson 1927).</param>
/// <param name="High">The upper end.</param>
/// <param name="MeanWidth">Its mean width.</param>
/// <param name="MedianWidth">Its median width.</param>
public sealed record IntervalCoverage(double LowerLevel, double UpperLevel, double Nominal, double Observed, double Low, double High, double MeanWidth, double MedianWidth);
