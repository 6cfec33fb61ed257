namespace MLNet.LossExperiments.Reports;

/// <summary>The rows that can be evaluated: those whose label, prediction and weight are numbers, and whose weight is not 0.</summary>
internal sealed class UsableRows
{
    private UsableRows(PredictedRows source, int[] places, double[]? weights, int total)
    {
        Source = source;
        Places = places;
        Weights = weights;
        int leftOut = total - places.Length;
        string why = $"The label, the prediction or the weight of {(leftOut == 1 ? "one row" : $"{leftOut} rows")} is no number{(source.Weights is null ? "" : ", or the weight is 0")}.";
        Summary = new EvaluatedRows(source.Set, places.Length, leftOut, leftOut == 0 ? null : why, weights is not null, weights?.Sum() ?? places.Length);
    }

    public PredictedRows Source { get; }

    /// <summary>The place of each usable row among all.</summary>
    public int[] Places { get; }

    /// <summary>The weights of the usable rows; null for 1.</summary>
    public double[]? Weights { get; }

    public EvaluatedRows Summary { get; }

    public int Count => Places.Length;

    /// <param name="source">All rows.</param>
    /// <param name="total">Their number.</param>
    /// <param name="isUsable">Whether label and prediction at a place can be used.</param>
    public static UsableRows Of(PredictedRows source, int total, Func<int, bool> isUsable)
    {
        var places = new List<int>(total);
        for (int place = 0; place < total; place++)
        {
            if (isUsable(place) && (source.Weights is null || float.IsFinite(source.Weights[place]) && source.Weights[place] > 0))
                places.Add(place);
        }
        return new UsableRows(source, [.. places], source.Weights is null ? null : [.. places.Select(place => (double)source.Weights[place])], total);
    }

    /// <summary>One number of each usable row.</summary>
    public double[] Numbers(IReadOnlyList<float> all)
    {
        var numbers = new double[Count];
        for (int row = 0; row < numbers.Length; row++)
            numbers[row] = all[Places[row]];
        return numbers;
    }

    public int NumberOf(int row) => Source.NumberOf(Places[row]);

    public IReadOnlyList<string> ValuesOf(int row) => Source.ValuesOf(Places[row]);

    /// <summary>The worst predictions.</summary>
    /// <param name="measure">What is bad, for people.</param>
    /// <param name="badness">How bad each row is.</param>
    /// <param name="most">How many to list.</param>
    /// <param name="describe">The label, the prediction, and the probability of the truth of a row.</param>
    public WorstPredictions Worst(string measure, double[] badness, int most, Func<int, (string Actual, string Predicted, double Probability)> describe) =>
        new(measure, Source.Describe is null ? [] : Source.Columns, [.. TopRows.Of(badness, most).Select(row =>
        {
            (string actual, string predicted, double probability) = describe(row);
            return new WorstPrediction(NumberOf(row), actual, predicted, badness[row], probability, ValuesOf(row));
        })]);
}
