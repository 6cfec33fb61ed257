namespace MLNet.LossExperiments.Host.Models;

/// <summary>A row with its label and what a model says of it.</summary>
/// <param name="Label">The label, as text; empty where a number is predicted.</param>
/// <param name="Target">The label as a number; NaN where a class is predicted.</param>
/// <param name="PredictedLabel">The class that is predicted; empty where a number is.</param>
/// <param name="Scores">The scores: one, or one for each class.</param>
/// <param name="Probability">The probability of the positive class; NaN where there is none.</param>
internal sealed record ScoredRow(string Label, float Target, string PredictedLabel, float[] Scores, float Probability)
{
    /// <summary>The row's number in the file, from 0.</summary>
    public int Number { get; init; }

    /// <summary>The variance predicted; NaN where there is none.</summary>
    public float Variance { get; init; } = float.NaN;

    /// <summary>The quantiles predicted; empty where there are none.</summary>
    public float[] Quantiles { get; init; } = [];
}
