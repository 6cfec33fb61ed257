namespace MLNet.LossExperiments.Models;

/// <summary>What the outputs of a network mean.</summary>
/// <param name="Link">How outputs become predictions.</param>
/// <param name="TargetCount">For regression the number of targets, whose outputs stand side by side; otherwise 1.</param>
/// <param name="QuantileLevels">The levels of the quantiles that are predicted for each target, ascending; empty but with <see cref="Link.Quantiles"/>.</param>
/// <param name="TargetNames">For regression on a vector label its slot names, or none where it has none; null where the label is a number, and for other tasks.</param>
public sealed record PredictionForm(Link Link, int TargetCount, IReadOnlyList<double> QuantileLevels, IReadOnlyList<string>? TargetNames = null)
{
    /// <summary>Whether the label, and so the score, is a vector.</summary>
    internal bool IsVector => TargetNames is not null;

    /// <summary>Whether each prediction comes with its variance.</summary>
    internal bool HasVariance => Link is Link.MeanAndLogVariance or Link.MedianAndLogScale;

    /// <summary>Which quantile is the prediction: the one nearest the median, of two the lower.</summary>
    internal int MedianIndex
    {
        get
        {
            int nearest = 0;
            for (int i = 1; i < QuantileLevels.Count; i++)
            {
                if (Math.Abs(QuantileLevels[i] - 0.5) < Math.Abs(QuantileLevels[nearest] - 0.5))
                    nearest = i;
            }
            return nearest;
        }
    }
}
