namespace MLNet.LossExperiments.Reports;

/// <summary>Which class was predicted for which. Shares by row or by column are the counts divided by their sum.</summary>
/// <param name="Classes">The classes. Of very many, the most frequent, and last all others together.</param>
/// <param name="Counts">[true class][predicted class]: the rows, or their weight.</param>
/// <param name="IsGrouped">Whether the last is all others together.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<double>> Counts, bool IsGrouped)
{
    internal static ConfusionMatrix Of(MulticlassRows rows, ConfusionCounts sums, int most)
    {
        int classes = rows.ClassCount;
        bool isGrouped = classes > most;
        int[] shown = [.. Enumerable.Range(0, classes)];
        if (isGrouped)
            shown = [.. shown.OrderByDescending(i => sums.Actual[i]).Take(most - 1).Order()];
        int[] placeOf = new int[classes];
        Array.Fill(placeOf, shown.Length);
        for (int place = 0; place < shown.Length; place++)
            placeOf[shown[place]] = place;
        int size = shown.Length + (isGrouped ? 1 : 0);
        double[][] counts = [.. Enumerable.Range(0, size).Select(_ => new double[size])];
        for (int row = 0; row < rows.Count; row++)
            counts[placeOf[rows.Actual[row]]][placeOf[rows.Predicted[row]]] += rows.Weights?[row] ?? 1;
        string[] names = [.. shown.Select(i => rows.Source.Classes[i])];
        return new ConfusionMatrix(isGrouped ? [.. names, $"{classes - shown.Length} others"] : names, counts, isGrouped);
    }
}
