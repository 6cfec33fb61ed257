namespace MLNet.LossExperiments.Reports;

/// <summary>The sums of a confusion matrix: for each class the weight of the rows that are of it, that it is predicted for, and both.</summary>
/// <param name="Actual">The rows of each class.</param>
/// <param name="Predicted">The rows that each is predicted for.</param>
/// <param name="Right">The rows of each that it is predicted for.</param>
internal sealed record ConfusionCounts(double[] Actual, double[] Predicted, double[] Right)
{
    /// <param name="rows">The rows.</param>
    /// <param name="counts">How often each counts.</param>
    public static ConfusionCounts Of(MulticlassRows rows, ReadOnlySpan<byte> counts)
    {
        var own = new ConfusionCounts(new double[rows.ClassCount], new double[rows.ClassCount], new double[rows.ClassCount]);
        for (int cell = 0; cell + 1 < rows.CellStarts.Length; cell++)
        {
            int start = rows.CellStarts[cell];
            double weight = 0;
            for (int row = start; row < rows.CellStarts[cell + 1]; row++)
                weight += rows.Weights is null ? counts[row] : counts[row] * rows.Weights[row];
            own.Actual[rows.Actual[start]] += weight;
            own.Predicted[rows.Predicted[start]] += weight;
            if (rows.Actual[start] == rows.Predicted[start])
                own.Right[rows.Actual[start]] += weight;
        }
        return own;
    }

    /// <summary>Those of the rows as they are.</summary>
    public static ConfusionCounts Of(MulticlassRows rows)
    {
        var ones = new byte[rows.Count];
        Array.Fill(ones, (byte)1);
        return Of(rows, ones);
    }
}
