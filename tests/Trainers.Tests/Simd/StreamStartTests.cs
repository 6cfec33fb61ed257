using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Tests.Simd;

public class StreamStartTests
{
    private static readonly StreamPurpose[] Purposes = Enum.GetValues<StreamPurpose>();

    private static double[] Uniform(ulong start, int count) => [.. Enumerable.Range(1, count).Select(i => (SplitMix64.Mix(unchecked(start + (ulong)i * SplitMix64.Increment)) >> 11) * (1.0 / (1L << 53)) - 0.5)];

    [Fact]
    public void Of_CoordinatesOfAGrid_GiveAsManyStarts()
    {
        int[] seeds = [int.MinValue, -2, -1, .. Enumerable.Range(0, 40), int.MaxValue];
        ulong[] starts = [.. from seed in seeds from purpose in Purposes from member in Enumerable.Range(0, 12) from epoch in Enumerable.Range(0, 40) select StreamStart.Of(seed, purpose, member, epoch)];
        Assert.Equal(starts.Length, starts.Distinct().Count());
        // libtorch's generator on the processor takes 32 bits of a seed: those of networks that are in one experiment must differ too.
        uint[] weights = [.. from seed in seeds from member in Enumerable.Range(0, 50) select (uint)StreamStart.Of(seed, StreamPurpose.Weights, member)];
        Assert.Equal(weights.Length, weights.Distinct().Count());
    }

    // The fault that was: member m of seed s had the streams of member m − 1 of seed s + 1.
    [Fact]
    public void Of_SeedAndMember_DoNotStandForEachOther()
    {
        var starts = from purpose in Purposes from seed in Enumerable.Range(1, 20) from member in Enumerable.Range(0, 20) group (seed, member) by StreamStart.Of(seed, purpose, member);
        Assert.All(starts, start => Assert.Single(start));
    }

    [Fact]
    public void OfFold_SeedsAndFolds_GiveAsManySeeds()
    {
        int[] seeds = [.. from seed in Enumerable.Range(-5, 60) from fold in Enumerable.Range(0, 20) select StreamStart.OfFold(seed, fold)];
        Assert.All(seeds, seed => Assert.True(seed >= 0));
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.Empty(seeds.Intersect(Enumerable.Range(-5, 60)));
    }

    // Streams that differ in one coordinate by one tell nothing of each other; nor do they when one is a few numbers ahead.
    [Fact]
    public void Of_NeighbouringCoordinates_GiveUncorrelatedStreams()
    {
        const int Numbers = 20_000;
        double[] first = Uniform(StreamStart.Of(1, StreamPurpose.Weights, 0, 1), Numbers);
        ulong[] neighbours =
        [
            StreamStart.Of(2, StreamPurpose.Weights, 0, 1), StreamStart.Of(0, StreamPurpose.Weights, 0, 1), StreamStart.Of(1, StreamPurpose.Validation, 0, 1), StreamStart.Of(1, StreamPurpose.Order, 0, 1),
            StreamStart.Of(1, StreamPurpose.Weights, 1, 1), StreamStart.Of(1, StreamPurpose.Weights, 0, 2), StreamStart.Of(1, StreamPurpose.Weights, 1), StreamStart.Of(2, StreamPurpose.Weights),
        ];
        foreach (ulong neighbour in neighbours)
        {
            double[] other = Uniform(neighbour, Numbers);
            for (int lag = -3; lag <= 3; lag++)
            {
                int from = Math.Max(0, -lag), to = Numbers - Math.Max(0, lag);
                double correlation = 12 * Enumerable.Range(from, to - from).Average(i => first[i] * other[i + lag]);
                Assert.InRange(correlation, -5 / Math.Sqrt(Numbers), 5 / Math.Sqrt(Numbers));
            }
        }
    }

    // Of 64 bits about half change with each bit of a coordinate.
    [Fact]
    public void Of_OneBitOfACoordinate_ChangesHalfOfTheBits()
    {
        var changed = new List<int>();
        for (int seed = 0; seed < 64; seed++)
        {
            ulong start = StreamStart.Of(seed, StreamPurpose.Order, 3, 5);
            for (int bit = 0; bit < 31; bit++)
            {
                changed.Add(System.Numerics.BitOperations.PopCount(start ^ StreamStart.Of(seed ^ (1 << bit), StreamPurpose.Order, 3, 5)));
                changed.Add(System.Numerics.BitOperations.PopCount(start ^ StreamStart.Of(seed, StreamPurpose.Order, 3 ^ (1 << bit), 5)));
                changed.Add(System.Numerics.BitOperations.PopCount(start ^ StreamStart.Of(seed, StreamPurpose.Order, 3, 5 ^ (1 << bit))));
            }
        }
        Assert.Equal(32, changed.Average(), 0.3);
        Assert.InRange(changed.Min(), 10, 22);
    }
}
