namespace MLNet.LossExperiments.Reports;

/// <summary>A stream of random numbers from a seed and a number of its own (SplitMix64; Steele, Lea and Flood 2014): the same on every machine, and streams of other numbers have nothing to do with it.</summary>
internal struct RandomStream(long seed, int stream)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix(unchecked((ulong)seed)) + Mix(unchecked((ulong)stream + Increment)));

    public ulong Next()
    {
        unchecked
        {
            _state += Increment;
        }
        return Mix(_state);
    }

    /// <summary>A number from 0 to below the bound.</summary>
    public int NextBelow(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
