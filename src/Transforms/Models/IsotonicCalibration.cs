namespace MLNet.LossExperiments.Models;

/// <summary>Isotonic regression by pool adjacent violators (Zadrozny and Elkan 2002): pieces of one probability each, between which is interpolated.</summary>
/// <param name="Minimums">The least score of each piece, ascending.</param>
/// <param name="Maximums">The greatest score of each piece.</param>
/// <param name="Probabilities">The probability of each piece, ascending, each in [0, 1].</param>
public sealed record IsotonicCalibration(IReadOnlyList<float> Minimums, IReadOnlyList<float> Maximums, IReadOnlyList<float> Probabilities) : ScoreCalibration;
