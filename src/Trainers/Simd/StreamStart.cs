namespace MLNet.LossExperiments.Simd;

/// <summary>
/// Where random streams start. This is the only place that turns a seed into random numbers: each start is a hash of everything that a stream belongs to, so that no two streams of a fit, of an ensemble or of
/// neighbouring seeds share numbers.
/// </summary>
internal static class StreamStart
{
    /// <summary>The start of one stream.</summary>
    /// <param name="seed">The seed of the fit.</param>
    /// <param name="purpose">What the stream is for.</param>
    /// <param name="member">The number of the network in an ensemble, from 0.</param>
    /// <param name="epoch">The epoch, from 1; 0 where the stream is drawn from once in a fit.</param>
    public static ulong Of(int seed, StreamPurpose purpose, int member = 0, int epoch = 0) =>
        Join(Join(Join(Join(0, unchecked((uint)seed)), (ulong)purpose), unchecked((uint)member)), unchecked((uint)epoch));

    /// <summary>
    /// The seed of the fits on one fold of an experiment, at least 0: the same for every setting that is compared, another for each fold. Fits with this seed on the same rows learn the same, so that a cell
    /// can be repeated from what is reported of it.
    /// </summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="fold">The fold, from 0.</param>
    public static int OfFold(int seed, int fold) => (int)(Join(Of(seed, StreamPurpose.Fold), unchecked((uint)fold)) >> 33);

    /// <summary>A hash of a hash and one more number: for each hash another number gives another hash, and the other way round.</summary>
    public static ulong Join(ulong hash, ulong number) => SplitMix64.Mix(unchecked((hash ^ number) + SplitMix64.Increment));
}
