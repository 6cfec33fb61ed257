namespace MLNet.LossExperiments.Models;

/// <summary>Isotonic regression by pool adjacent violators (Zadrozny and Elkan 2002): pieces of one probability each, with straight lines between them, level beyond the ends.</summary>
public sealed record IsotonicCalibration : ScoreCalibration
{
    private readonly float[] _minimums;
    private readonly float[] _maximums;
    private readonly float[] _probabilities;

    /// <param name="minimums">The least score of each piece.</param>
    /// <param name="maximums">The greatest score of each piece.</param>
    /// <param name="probabilities">The probability of each piece.</param>
    /// <exception cref="ArgumentException">There is no piece, the pieces are not in order, or a probability is none.</exception>
    internal IsotonicCalibration(float[] minimums, float[] maximums, float[] probabilities)
    {
        if (minimums.Length == 0 || minimums.Length != maximums.Length || minimums.Length != probabilities.Length)
            throw new ArgumentException("An isotonic calibration has at least one piece, each with a minimum, a maximum and a probability.");
        for (int i = 0; i < minimums.Length; i++)
        {
            if (!(minimums[i] <= maximums[i]) || (i > 0 && !(maximums[i - 1] < minimums[i] && probabilities[i - 1] <= probabilities[i])) || probabilities[i] is not (>= 0 and <= 1))
                throw new ArgumentException($"Piece {i} of an isotonic calibration is not in order: scores {minimums[i]} to {maximums[i]}, probability {probabilities[i]}.");
        }
        (_minimums, _maximums, _probabilities) = (minimums, maximums, probabilities);
    }

    /// <summary>The least score of each piece, ascending.</summary>
    public IReadOnlyList<float> Minimums => _minimums;

    /// <summary>The greatest score of each piece.</summary>
    public IReadOnlyList<float> Maximums => _maximums;

    /// <summary>The probability of each piece, ascending.</summary>
    public IReadOnlyList<float> Probabilities => _probabilities;

    /// <inheritdoc/>
    public override float Probability(float score)
    {
        int index = Array.BinarySearch(_minimums, score);
        int piece = index >= 0 ? index : ~index - 1;
        if (piece < 0)
            return _probabilities[0];
        if (score <= _maximums[piece] || piece == _minimums.Length - 1)
            return _probabilities[piece];
        float share = (score - _maximums[piece]) / (_minimums[piece + 1] - _maximums[piece]);
        return _probabilities[piece] + share * (_probabilities[piece + 1] - _probabilities[piece]);
    }
}
