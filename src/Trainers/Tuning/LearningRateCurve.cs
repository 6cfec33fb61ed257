namespace MLNet.LossExperiments.Tuning;

/// <summary>What a learning-rate range test found.</summary>
/// <param name="Points">The steps, by ascending learning rate.</param>
/// <param name="Suggestion">The learning rate at which the smoothed loss falls most steeply; null if it never falls.</param>
public sealed record LearningRateCurve(IReadOnlyList<LearningRatePoint> Points, double? Suggestion);
