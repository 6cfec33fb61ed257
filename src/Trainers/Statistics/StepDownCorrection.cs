namespace MLNet.LossExperiments.Statistics;

/// <summary>
/// Corrects the p-values of several questions so that the chance of any false yes stays below the level, whatever the p-values have to do with each other: from the least on, each is multiplied by the number of questions
/// that may still be without a difference.
/// </summary>
internal static class StepDownCorrection
{
    /// <summary>Any questions (Holm, "A simple sequentially rejective multiple test procedure", 1979).</summary>
    /// <param name="pValues">One for each question; NaN if nothing can be said.</param>
    /// <returns>The corrected p-values in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues) => Apply(pValues, [.. Enumerable.Range(0, pValues.Count).Select(place => pValues.Count - place)]);

    /// <summary>All pairs of things (Shaffer, "Modified sequentially rejective multiple test procedures", 1986): after one pair is found to differ, fewer others can all be alike.</summary>
    /// <param name="pValues">One for each pair; NaN if nothing can be said.</param>
    /// <param name="things">The number of things, of which each pair has one p-value.</param>
    /// <returns>The corrected p-values in the same order.</returns>
    public static double[] AllPairs(IReadOnlyList<double> pValues, int things)
    {
        int pairs = things * (things - 1) / 2;
        bool[] canBeAlike = CanBeAlike(things);
        return Apply(pValues, [.. Enumerable.Range(0, pairs).Select(place => Enumerable.Range(0, pairs - place + 1).Last(count => canBeAlike[count]))]);
    }

    // Whether exactly so many pairs can be alike: the things fall into groups, and the pairs within groups are alike.
    private static bool[] CanBeAlike(int things)
    {
        var possible = new bool[things + 1][];
        possible[0] = [true];
        for (int n = 1; n <= things; n++)
        {
            possible[n] = new bool[n * (n - 1) / 2 + 1];
            for (int group = 1; group <= n; group++)
            {
                int within = group * (group - 1) / 2;
                for (int others = 0; others < possible[n - group].Length; others++)
                    possible[n][within + others] |= possible[n - group][others];
            }
        }
        return possible[things];
    }

    private static double[] Apply(IReadOnlyList<double> pValues, int[] multipliers)
    {
        var corrected = new double[pValues.Count];
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        double greatest = 0;
        for (int place = 0; place < order.Length; place++)
        {
            double product = Math.Min(1, pValues[order[place]] * Math.Max(1, multipliers[place]));
            greatest = double.IsNaN(product) ? double.NaN : Math.Max(greatest, product);
            corrected[order[place]] = greatest;
        }
        return corrected;
    }
}
