namespace MLNet.LossExperiments.Simd;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): scatters neighbouring numbers over 64 bits.</summary>
internal static class SplitMix64
{
    /// <summary>What a state grows by from one number to the next.</summary>
    public const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The number that a state gives.</summary>
    public static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
