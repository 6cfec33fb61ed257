namespace MLNet.LossExperiments.Models;

/// <summary>
/// What a network does to its features before the first layer: (feature − offset) · factor, each feature with its own numbers, in 32 bits. The subtraction comes first and by itself, so that a feature that is large
/// beside its differences, such as a time in seconds, loses no digits. Immutable.
/// </summary>
public sealed class InputScaler
{
    private readonly float[] _offsets;
    private readonly float[] _factors;

    /// <exception cref="ArgumentException">The numbers are not as many, or not finite.</exception>
    internal InputScaler(float[] offsets, float[] factors)
    {
        if (offsets.Length == 0 || offsets.Length != factors.Length)
            throw new ArgumentException($"{offsets.Length} offsets do not fit {factors.Length} factors.", nameof(factors));
        if (!Array.TrueForAll(offsets, float.IsFinite) || !Array.TrueForAll(factors, float.IsFinite))
            throw new ArgumentException("Offsets and factors of features must be finite.", nameof(factors));
        (_offsets, _factors) = (offsets, factors);
    }

    /// <summary>The number of features.</summary>
    public int FeatureCount => _offsets.Length;

    /// <summary>What is subtracted from each feature, in its own unit.</summary>
    public ReadOnlySpan<float> Offsets => _offsets;

    /// <summary>What the difference is multiplied by; 0 for a feature that was the same in all training rows, of which nothing was learned.</summary>
    public ReadOnlySpan<float> Factors => _factors;
}
