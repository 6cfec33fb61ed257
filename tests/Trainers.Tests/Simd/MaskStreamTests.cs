using MLNet.LossExperiments.Simd;

namespace MLNet.LossExperiments.Tests.Simd;

public unsafe class MaskStreamTests
{
    private static float[] Draw(ulong seed, double keep, int count)
    {
        var stream = new MaskStream();
        stream.Restart(seed);
        var mask = new float[count];
        fixed (float* memory = mask)
            stream.Fill(memory, count, keep);
        return mask;
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    [InlineData(0.9)]
    public void Fill_ManyUnits_KeepsTheExpectation(double keep)
    {
        float[] mask = Draw(3, keep, 400_000);
        double deviation = Math.Sqrt((1 - keep) / keep / mask.Length);
        Assert.Equal(1, mask.Average(value => (double)value), 5 * deviation);
        Assert.All(mask, value => Assert.True(value == 0 || value == (float)(1 / keep)));
    }

    // Neighbours in a register come from different generators, neighbours in time from one: neither may tell anything of the other.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(16)]
    public void Fill_UnitsApart_AreUncorrelated(int distance)
    {
        float[] mask = Draw(5, 0.5, 400_000);
        double correlation = Enumerable.Range(0, mask.Length - distance).Average(i => (mask[i] - 1.0) * (mask[i + distance] - 1.0));
        Assert.InRange(correlation, -5 / Math.Sqrt(mask.Length), 5 / Math.Sqrt(mask.Length));
    }

    [Fact]
    public void Restart_Seed_DecidesTheStream()
    {
        Assert.Equal(Draw(7, 0.5, 800), Draw(7, 0.5, 800));
        Assert.NotEqual(Draw(7, 0.5, 800), Draw(8, 0.5, 800));
    }
}
