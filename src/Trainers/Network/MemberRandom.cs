using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The random streams of one member. All derive from its seed alone, never from torch's process-wide generator, so that neither its companions in a cohort nor
/// other threads change them.
/// </summary>
internal sealed class MemberRandom : IDisposable
{
    private const ulong SplitStream = 1;
    private const ulong WeightStream = 2;
    private const ulong OrderStream = 3;
    private const ulong DropoutStream = 4;

    private readonly int _seed;
    private readonly Lazy<torch.Generator> _dropout;
    private int _epoch = 1;
    private ulong _ordersDrawn;

    public MemberRandom(int seed, torch.Device device)
    {
        _seed = seed;
        Split = new torch.Generator(Start(seed, SplitStream, 0) & long.MaxValue, torch.CPU);
        Weights = new torch.Generator(Start(seed, WeightStream, 0) & long.MaxValue, torch.CPU);
        _dropout = new(() => new torch.Generator(DropoutSeed, device));
    }

    /// <summary>Splits validation rows off.</summary>
    public torch.Generator Split { get; }

    /// <summary>Draws the initial weights, on the processor whatever the device, so that they are the same everywhere.</summary>
    public torch.Generator Weights { get; }

    /// <summary>Draws dropout masks, on the device of the network.</summary>
    public torch.Generator Dropout => _dropout.Value;

    /// <summary>Draws dropout masks of small networks.</summary>
    public MaskStream Masks { get; } = new();

    private ulong DropoutSeed => Start(_seed, DropoutStream, _epoch) & long.MaxValue;

    /// <summary>Starts the streams of an epoch anew from its number, so that an epoch can be repeated without those before it: resuming needs no state of a generator.</summary>
    public void BeginEpoch(int epoch)
    {
        _epoch = epoch;
        if (_dropout.IsValueCreated)
            Dropout.manual_seed((long)DropoutSeed);
        Masks.Restart(DropoutSeed);
        _ordersDrawn = 0;
    }

    /// <summary>Draws the order in which the rows of the next block are taken: the numbers from 0, each once.</summary>
    public void DrawOrder(Span<long> order)
    {
        ulong state = SplitMix64.Mix(unchecked(Start(_seed, OrderStream, _epoch) + _ordersDrawn++));
        for (int i = 0; i < order.Length; i++)
        {
            // Fisher and Yates, from the inside out; the high half of a product spreads 64 random bits over the places.
            state = unchecked(state + SplitMix64.Increment);
            int place = (int)Math.BigMul(SplitMix64.Mix(state), (ulong)i + 1, out _);
            order[i] = order[place];
            order[place] = i;
        }
    }

    /// <summary>A place in [0, 2⁶⁴) for a row by its identity, always the same for one seed: splits rows that are streamed.</summary>
    public ulong Place(ulong low, ulong high) => SplitMix64.Mix(unchecked((ulong)_seed * SplitMix64.Increment + low * 0xD1B54A32D192ED03 + high * 0xA24BAED4963EE407));

    public void Dispose()
    {
        Split.Dispose();
        Weights.Dispose();
        if (_dropout.IsValueCreated)
            Dropout.Dispose();
    }

    // Neighbouring seeds are scattered, whose streams could otherwise begin alike.
    private static ulong Start(int seed, ulong stream, int epoch) => SplitMix64.Mix(unchecked((ulong)seed * SplitMix64.Increment + stream * 0xD1B54A32D192ED03 + (ulong)epoch * 0xA24BAED4963EE407));
}
