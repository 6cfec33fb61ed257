using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The random streams of one member. All derive from its seed alone, never from torch's process-wide generator, so that neither its companions in a cohort nor
/// other threads change them.
/// </summary>
internal sealed class MemberRandom : IDisposable
{
    private const ulong OrderStream = 3;
    private const ulong DropoutStream = 4;

    private readonly int _seed;

    public MemberRandom(int seed, torch.Device device)
    {
        _seed = seed;
        Split = new torch.Generator(Start(seed, 1, 0), torch.CPU);
        Weights = new torch.Generator(Start(seed, 2, 0), torch.CPU);
        Order = new torch.Generator(Start(seed, OrderStream, 1), torch.CPU);
        Dropout = new torch.Generator(Start(seed, DropoutStream, 1), device);
    }

    /// <summary>Splits validation rows off.</summary>
    public torch.Generator Split { get; }

    /// <summary>Draws the initial weights, on the processor whatever the device, so that they are the same everywhere.</summary>
    public torch.Generator Weights { get; }

    /// <summary>Shuffles the rows of each epoch, on the processor.</summary>
    public torch.Generator Order { get; }

    /// <summary>Draws dropout masks, on the device of the network.</summary>
    public torch.Generator Dropout { get; }

    /// <summary>Starts the streams of an epoch anew from its number, so that an epoch can be repeated without those before it: resuming needs no state of a generator.</summary>
    public void BeginEpoch(int epoch)
    {
        Order.manual_seed((long)Start(_seed, OrderStream, epoch));
        Dropout.manual_seed((long)Start(_seed, DropoutStream, epoch));
    }

    /// <summary>A place in [0, 2⁶⁴) for a row by its identity, always the same for one seed: splits rows that are streamed.</summary>
    public ulong Place(ulong low, ulong high) => Mix(unchecked((ulong)_seed * 0x9E3779B97F4A7C15 + low * 0xD1B54A32D192ED03 + high * 0xA24BAED4963EE407));

    public void Dispose()
    {
        Split.Dispose();
        Weights.Dispose();
        Order.Dispose();
        Dropout.Dispose();
    }

    // SplitMix64 (Steele, Lea and Flood 2014) scatters neighbouring seeds, whose streams could otherwise begin alike.
    private static ulong Start(int seed, ulong stream, int epoch)
    {
        ulong z = unchecked((ulong)seed * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03 + (ulong)epoch * 0xA24BAED4963EE407);
        return Mix(z) & long.MaxValue;
    }

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
