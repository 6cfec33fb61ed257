using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLNet.LossExperiments.Network;

/// <summary>What a forward pass on panels leaves for the backward pass, for each member side by side in one piece of memory that every step uses again.</summary>
internal sealed unsafe class SimdTape
{
    private const int Alignment = 16;

    private readonly float[] _memory;
    private readonly long _memberSize;
    private readonly int _normalized;
    private readonly int[] _inputs;
    private readonly int[] _sums;
    private readonly int[] _masks;

    /// <param name="shape">The architecture.</param>
    /// <param name="members">The number of members.</param>
    /// <param name="rows">The most rows of a batch, with padding.</param>
    /// <param name="hasDropout">Whether there are masks.</param>
    public SimdTape(NetworkShape shape, int members, int rows, bool hasDropout)
    {
        int size = 0;
        int Next(int units)
        {
            int start = size;
            size += (units * rows + Alignment - 1) / Alignment * Alignment;
            return start;
        }

        _normalized = Next(shape.BatchNormalization ? shape.FeatureCount : 0);
        _inputs = [.. shape.Layers.Select(layer => Next(layer.Inputs))];
        _sums = [.. shape.HiddenSizes.Select(Next)];
        _masks = [.. shape.HiddenSizes.Select(units => Next(hasDropout ? units : 0))];
        _memberSize = size;
        _memory = GC.AllocateArray<float>(checked((int)(_memberSize * members)), pinned: true);
    }

    /// <summary>The bytes that a member takes.</summary>
    public static long SizeOf(NetworkShape shape, int rows) => 4L * rows * (2 * shape.FeatureCount + 3L * shape.HiddenSizes.Sum());

    public Member Of(int member) => new(this, (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory)) + member * _memberSize);

    /// <summary>The panels of one member.</summary>
    internal readonly struct Member(SimdTape tape, float* memory)
    {
        /// <summary>The features after batch normalisation, before gamma and beta.</summary>
        public float* Normalized => memory + tape._normalized;

        /// <summary>What goes into a layer.</summary>
        public float* Input(int layer) => memory + tape._inputs[layer];

        /// <summary>What comes out of the product of a hidden layer.</summary>
        public float* Sums(int layer) => memory + tape._sums[layer];

        /// <summary>The dropout mask of a hidden layer.</summary>
        public float* Mask(int layer) => memory + tape._masks[layer];
    }
}
