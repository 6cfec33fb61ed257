namespace MLNet.LossExperiments.Reports;

/// <summary>A Q-Q plot: residuals in order, against the values that as many draws from a normal distribution would have. Normal residuals lie on the line intercept + slope · expected.</summary>
/// <param name="Expected">The quantiles of the standard normal distribution, ascending.</param>
/// <param name="Residuals">The residual at each.</param>
/// <param name="Slope">The slope of the line: the standard deviation of the residuals.</param>
/// <param name="Intercept">Where the line is at 0: the mean of the residuals.</param>
public sealed record NormalPlot(IReadOnlyList<double> Expected, IReadOnlyList<double> Residuals, double Slope, double Intercept);
