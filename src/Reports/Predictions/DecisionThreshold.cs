namespace MLNet.LossExperiments.Reports;

/// <summary>The threshold that a model decides by, found from its decisions: a calibrated model decides by its raw score, and one may have been given another threshold.</summary>
internal static class DecisionThreshold
{
    /// <param name="scores">The score of each row.</param>
    /// <param name="calledPositive">Whether the model calls it positive.</param>
    /// <param name="hasProbabilities">Whether scores are probabilities.</param>
    /// <returns>Half-way between the rows called positive and the others; null where the usual threshold gives the same decisions, where rows of one kind alone say nothing, and where no threshold does.</returns>
    public static double? Of(IReadOnlyList<float> scores, IReadOnlyList<bool> calledPositive, bool hasProbabilities)
    {
        double usual = hasProbabilities ? 0.5 : 0;
        double below = double.NegativeInfinity, above = double.PositiveInfinity;
        for (int row = 0; row < scores.Count; row++)
        {
            if (calledPositive[row])
                above = Math.Min(above, scores[row]);
            else
                below = Math.Max(below, scores[row]);
        }
        return (below <= usual && usual < above) || below >= above || !double.IsFinite(below + above) ? null : (below + above) / 2;
    }
}
