using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The random streams of one member. All derive from its seed alone, never from torch's process-wide generator, so that neither its companions in a cohort nor
/// other threads change them.
/// </summary>
internal sealed class MemberRandom : IDisposable
{
    public MemberRandom(int seed, torch.Device device)
    {
        Split = Stream(seed, 1, torch.CPU);
        Weights = Stream(seed, 2, torch.CPU);
        Order = Stream(seed, 3, torch.CPU);
        Dropout = Stream(seed, 4, device);
    }

    /// <summary>Splits validation rows off.</summary>
    public torch.Generator Split { get; }

    /// <summary>Draws the initial weights, on the processor whatever the device, so that they are the same everywhere.</summary>
    public torch.Generator Weights { get; }

    /// <summary>Shuffles the rows of each epoch, on the processor.</summary>
    public torch.Generator Order { get; }

    /// <summary>Draws dropout masks, on the device of the network.</summary>
    public torch.Generator Dropout { get; }

    public void Dispose()
    {
        Split.Dispose();
        Weights.Dispose();
        Order.Dispose();
        Dropout.Dispose();
    }

    // SplitMix64 (Steele, Lea and Flood 2014) scatters neighbouring seeds, whose streams could otherwise begin alike.
    private static torch.Generator Stream(int seed, ulong stream, torch.Device device)
    {
        ulong z = unchecked((ulong)seed * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return new torch.Generator((z ^ (z >> 31)) & long.MaxValue, device);
    }
}
