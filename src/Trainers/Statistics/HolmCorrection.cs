namespace MLNet.LossExperiments.Statistics;

/// <summary>Makes up for asking several questions at once (Holm, "A simple sequentially rejective multiple test procedure", 1979): the chance of one false yes among all answers stays below the level.</summary>
internal static class HolmCorrection
{
    /// <param name="pValues">One for each question; NaN where a question could not be asked, which then does not count.</param>
    /// <returns>The corrected p-values in the same order.</returns>
    public static IReadOnlyList<double> Apply(IReadOnlyList<double> pValues)
    {
        var corrected = new double[pValues.Count];
        Array.Fill(corrected, double.NaN);
        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i])];
        double greatest = 0;
        for (int place = 0; place < order.Length; place++)
        {
            greatest = Math.Max(greatest, Math.Min(1, pValues[order[place]] * (order.Length - place)));
            corrected[order[place]] = greatest;
        }
        return corrected;
    }
}
