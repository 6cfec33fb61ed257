namespace MLNet.LossExperiments.Reports;

/// <summary>A class that is taken for another.</summary>
/// <param name="Actual">The true class.</param>
/// <param name="Predicted">The class that was predicted.</param>
/// <param name="Weight">The rows that it happened to, or their weight.</param>
/// <param name="ShareOfActual">The share of the true class that it happened to.</param>
/// <param name="Examples">Numbers in the data, from 0, of some of the rows, the most confident mistake first.</param>
public sealed record ConfusedPair(string Actual, string Predicted, double Weight, double ShareOfActual, IReadOnlyList<int> Examples)
{
    private const int MostExamples = 5;

    internal static ConfusedPair[] Of(MulticlassRows rows, ConfusionCounts sums, int most) =>
    [
        .. Enumerable.Range(0, rows.CellStarts.Length - 1)
            .Select(cell => (Start: rows.CellStarts[cell], End: rows.CellStarts[cell + 1]))
            .Where(cell => rows.Actual[cell.Start] != rows.Predicted[cell.Start])
            .Select(cell => (cell.Start, cell.End, Weight: rows.Weights is null ? cell.End - cell.Start : rows.Weights[cell.Start..cell.End].Sum()))
            .OrderByDescending(cell => cell.Weight)
            .Take(most)
            .Select(cell => new ConfusedPair(
                rows.Source.Classes[rows.Actual[cell.Start]],
                rows.Source.Classes[rows.Predicted[cell.Start]],
                cell.Weight,
                cell.Weight / sums.Actual[rows.Actual[cell.Start]],
                [.. TopRows.Of(rows.Confidence[cell.Start..cell.End], MostExamples).Select(place => rows.Usable.NumberOf(rows.RowAt(cell.Start + place)))])),
    ];
}
