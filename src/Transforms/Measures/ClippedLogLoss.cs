namespace MLNet.LossExperiments.Measures;

/// <summary>The log-loss of one row in nats. It is never infinite: the probability of the true class counts as at least <see cref="LeastProbability"/>.</summary>
internal static class ClippedLogLoss
{
    /// <summary>2⁻²³ ≈ 1.19·10⁻⁷, the distance from 1 to the next 32-bit number. scikit-learn clips 32-bit probabilities at the same value.</summary>
    public const double LeastProbability = 1.0 / (1 << 23);

    /// <summary>The greatest log-loss of a row: 23 · ln 2 ≈ 15.94 nats.</summary>
    public static double Greatest { get; } = -Math.Log(LeastProbability);

    /// <param name="probability">The probability of the true class.</param>
    public static double Of(double probability) => -Math.Log(Math.Max(LeastProbability, probability));
}
