namespace MLNet.LossExperiments.Reports;

/// <summary>Predictions of two losses for the same rows: numbers, or probabilities or ranks of the scores of the positive class or of the row's own.</summary>
/// <param name="First">A loss, one of the names of <see cref="ComparisonReport.Losses"/>.</param>
/// <param name="Second">Another.</param>
/// <param name="Quantity">What is predicted, for people.</param>
/// <param name="TotalRows">The number of rows that the sample was drawn from: those of which both predictions are numbers.</param>
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
    double MeanDifference)
{
    /// <summary>Sets the predictions of two losses against each other.</summary>
    /// <param name="quantity">What is predicted, for people.</param>
    /// <param name="first">The name of a loss, and its predictions.</param>
    /// <param name="second">Another, with its predictions of the same rows.</param>
    /// <param name="actual">The label of each row; empty where it is no number.</param>
    /// <param name="rowNumbers">The number of each row in the data; null where the rows are the data.</param>
    /// <param name="options">How many rows to keep, and the seed of their draw; null for the defaults.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static PredictionPair Of(
        string quantity,
        KeyValuePair<string, IReadOnlyList<float>> first,
        KeyValuePair<string, IReadOnlyList<float>> second,
        IReadOnlyList<float> actual,
        IReadOnlyList<int>? rowNumbers = null,
        EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        options ??= new EvaluationOptions();
        options.Check();
        int count = first.Value.Count;
        if (second.Value.Count != count || (actual.Count != 0 && actual.Count != count) || (rowNumbers is not null && rowNumbers.Count != count))
            throw new ArgumentException($"{first.Key} has {count} predictions, {second.Key} {second.Value.Count}, and there are {actual.Count} labels: one of each is needed for each row.");
        int[] usable = [.. Enumerable.Range(0, count).Where(row => float.IsFinite(first.Value[row]) && float.IsFinite(second.Value[row]) && (actual.Count == 0 || float.IsFinite(actual[row])))];
        double[] one = [.. usable.Select(row => (double)first.Value[row])], other = [.. usable.Select(row => (double)second.Value[row])];
        int[] drawn = RowSample.Of(usable.Length, options.SampledRows, options.Bootstrap.Seed);
        return new PredictionPair(
            first.Key,
            second.Key,
            quantity,
            usable.Length,
            options.Bootstrap.Seed,
            [.. drawn.Select(place => rowNumbers?[usable[place]] ?? usable[place])],
            actual.Count == 0 ? [] : [.. drawn.Select(place => ShortestDecimal.Of(actual[usable[place]]))],
            [.. drawn.Select(place => ShortestDecimal.Of(first.Value[usable[place]]))],
            [.. drawn.Select(place => ShortestDecimal.Of(second.Value[usable[place]]))],
            usable.Length < 2 ? double.NaN : MathNet.Numerics.Statistics.Correlation.Pearson(one, other),
            usable.Length == 0 ? double.NaN : other.Zip(one, (b, a) => b - a).Average());
    }
}
