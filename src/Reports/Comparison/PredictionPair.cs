namespace MLNet.LossExperiments.Reports;

/// <summary>Predictions of two losses for the same rows: numbers, or scores of the positive or of the true class.</summary>
/// <param name="First">A loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="Second">Another.</param>
/// <param name="Quantity">What is predicted, for people.</param>
/// <param name="TotalRows">The number of rows that the sample was drawn from.</param>
/// <param name="Seed">The seed of the draw.</param>
/// <param name="Rows">The numbers of the rows in the data, from 0.</param>
/// <param name="Actual">The label of each row: the number; for two classes 1 or 0; empty for more classes.</param>
/// <param name="FirstPredictions">The prediction of the first loss for each row.</param>
/// <param name="SecondPredictions">The prediction of the second.</param>
/// <param name="Correlation">Pearson's correlation of both over all rows; NaN where one of them is constant.</param>
/// <param name="MeanDifference">The mean over all rows of the second minus the first.</param>
public sealed record PredictionPair(
    string First,
    string Second,
    string Quantity,
    int TotalRows,
    long Seed,
    IReadOnlyList<int> Rows,
    IReadOnlyList<double> Actual,
    IReadOnlyList<double> FirstPredictions,
    IReadOnlyList<double> SecondPredictions,
    double Correlation,
    double MeanDifference);
