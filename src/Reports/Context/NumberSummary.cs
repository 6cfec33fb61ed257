namespace MLNet.LossExperiments.Reports;

/// <summary>Some numbers in a nutshell.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="LowerQuartile">A quarter of them lie below.</param>
/// <param name="Median">Half of them lie below.</param>
/// <param name="UpperQuartile">A quarter of them lie above.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their (sample) standard deviation; NaN for one.</param>
public sealed record NumberSummary(double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum, double Mean, double StandardDeviation);
