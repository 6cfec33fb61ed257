namespace MLNet.LossExperiments.Reports;

/// <summary>A row that was predicted badly.</summary>
/// <param name="Row">The row's number in the data, from 0.</param>
/// <param name="Actual">The label: a number or a class.</param>
/// <param name="Predicted">The prediction.</param>
/// <param name="Badness">How bad it is, by the <see cref="WorstPredictions.Measure"/>.</param>
/// <param name="Probability">The probability that was given to the true class; NaN where there are no probabilities.</param>
/// <param name="Values">The row's values, one for each of <see cref="WorstPredictions.Columns"/>.</param>
public sealed record WorstPrediction(int Row, string Actual, string Predicted, double Badness, double Probability, IReadOnlyList<string> Values);
