using System.Runtime.Intrinsics;

namespace MLNet.LossExperiments.Simd;

/// <summary>
/// A stream of dropout masks: eight xoshiro128++ generators (Blackman and Vigna 2021) side by side in a register. Drawing a mask costs a few instructions, where a call of libtorch for each member of a cohort
/// would cost more than its whole step.
/// </summary>
internal sealed class MaskStream
{
    private Vector256<uint> _s0;
    private Vector256<uint> _s1;
    private Vector256<uint> _s2;
    private Vector256<uint> _s3;

    /// <summary>Starts anew; the stream depends on <paramref name="seed"/> alone.</summary>
    public void Restart(ulong seed)
    {
        Span<uint> state = stackalloc uint[4 * Vector256<uint>.Count];
        for (int i = 0; i < state.Length; i++)
        {
            // The authors of xoshiro advise this for seeding it.
            seed = unchecked(seed + SplitMix64.Increment);
            state[i] = (uint)(SplitMix64.Mix(seed) >> 32);
        }
        int lanes = Vector256<uint>.Count;
        _s0 = Vector256.Create<uint>(state);
        _s1 = Vector256.Create<uint>(state[lanes..]);
        _s2 = Vector256.Create<uint>(state[(2 * lanes)..]);
        _s3 = Vector256.Create<uint>(state[(3 * lanes)..]);
    }

    /// <summary>Fills <paramref name="mask"/> with 1/<paramref name="keep"/>, with the probability <paramref name="keep"/>, or 0.</summary>
    /// <param name="mask">Where to.</param>
    /// <param name="count">How many; a multiple of <see cref="Panel.Lanes"/>.</param>
    /// <param name="keep">In (0, 1].</param>
    public unsafe void Fill(float* mask, int count, double keep)
    {
        var threshold = Vector256.Create((uint)Math.Min(uint.MaxValue, keep * 4294967296.0));
        var kept = Vector256.Create((float)(1 / keep));
        Vector256<uint> s0 = _s0, s1 = _s1, s2 = _s2, s3 = _s3;
        for (int i = 0; i < count; i += Vector256<uint>.Count)
        {
            Vector256<uint> drawn = Rotate(s0 + s3, 7) + s0;
            Vector256<uint> t = s1 << 9;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = Rotate(s3, 11);
            (Vector256.LessThan(drawn, threshold).AsSingle() & kept).Store(mask + i);
        }
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    private static Vector256<uint> Rotate(Vector256<uint> x, int bits) => (x << bits) | (x >>> (32 - bits));
}
