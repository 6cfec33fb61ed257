namespace MLNet.LossExperiments.Reports;

/// <summary>The errors of some rows that are neighbours by label or by prediction.</summary>
/// <param name="From">The least label or prediction of the group.</param>
/// <param name="To">The greatest.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="MeanActual">The mean label.</param>
/// <param name="MeanPredicted">The mean prediction.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="Low">The lower end of its 95 % interval, from its standard error; NaN for one row.</param>
/// <param name="High">The upper end.</param>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
public sealed record ErrorGroup(double From, double To, int Rows, double MeanActual, double MeanPredicted, double MeanAbsoluteError, double Low, double High, double RootMeanSquaredError);
