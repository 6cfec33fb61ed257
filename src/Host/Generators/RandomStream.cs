using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Host.Generators;

/// <summary>Random numbers that are the same for a seed on every machine and in every version: SplitMix64.</summary>
internal sealed class RandomStream(int seed)
{
    private const int FractionBits = 53;

    private ulong _state = SplitMix64.Mix((ulong)seed);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> (64 - FractionBits)) * (1.0 / (1L << FractionBits));

    /// <summary>Normal with mean 0 and standard deviation 1.</summary>
    // Box and Muller 1958.
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Brings values into a random order.</summary>
    // Fisher and Yates, from the end.
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = (int)Math.BigMul(Next(), (ulong)i + 1, out _);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private ulong Next() => SplitMix64.Mix(unchecked(_state += SplitMix64.Increment));
}
