using MLNet.LossExperiments.Simd;
using TorchSharp;

namespace MLNet.LossExperiments.Network;

/// <summary>
/// The random streams of one member. All start from its seed and its number alone (<see cref="StreamStart"/>), never from torch's process-wide generator, so that neither its companions in a cohort nor
/// other threads change them.
/// </summary>
internal sealed class MemberRandom : IDisposable
{
    private readonly int _seed;
    private readonly int _member;
    private readonly Lazy<torch.Generator> _dropout;
    private ulong _dropoutStart;
    private ulong _orderState;

    /// <param name="seed">The seed of the fit.</param>
    /// <param name="device">Where the network is.</param>
    /// <param name="member">Its number in an ensemble, from 0.</param>
    public MemberRandom(int seed, torch.Device device, int member = 0)
    {
        (_seed, _member) = (seed, member);
        Weights = new torch.Generator(Start(StreamPurpose.Weights) & long.MaxValue, torch.CPU);
        _dropout = new(() => new torch.Generator(_dropoutStart & long.MaxValue, device));
        BeginEpoch(1);
    }

    /// <summary>Where the stream starts that splits validation rows off.</summary>
    public ulong SplitStart => Start(StreamPurpose.Validation);

    /// <summary>Draws the initial weights, on the processor whatever the device, so that they are the same everywhere.</summary>
    public torch.Generator Weights { get; }

    /// <summary>Draws dropout masks, on the device of the network.</summary>
    public torch.Generator Dropout => _dropout.Value;

    /// <summary>Draws dropout masks of small networks.</summary>
    public MaskStream Masks { get; } = new();

    /// <summary>Starts the streams of an epoch anew from its number, so that an epoch can be repeated without those before it: resuming needs no state of a generator.</summary>
    public void BeginEpoch(int epoch)
    {
        _dropoutStart = Start(StreamPurpose.Dropout, epoch);
        if (_dropout.IsValueCreated)
            Dropout.manual_seed((long)(_dropoutStart & long.MaxValue));
        Masks.Restart(_dropoutStart);
        _orderState = Start(StreamPurpose.Order, epoch);
    }

    /// <summary>Draws the order in which the rows of the next block of the epoch are taken: the numbers from 0, each once.</summary>
    public void DrawOrder(Span<long> order) => RandomOrder.Draw(ref _orderState, order);

    public void Dispose()
    {
        Weights.Dispose();
        if (_dropout.IsValueCreated)
            Dropout.Dispose();
    }

    private ulong Start(StreamPurpose purpose, int epoch = 0) => StreamStart.Of(_seed, purpose, _member, epoch);
}
