using System.Text.Json;
using MLNet.LossExperiments.Host.Generators;

namespace MLNet.LossExperiments.Host.Tests.Generators;

public sealed class RandomStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Uniform_Seed_GivesTheSameNumbersEverywhere(int seed)
    {
        string reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "random_stream.json"));
        double[] expected = JsonSerializer.Deserialize<Dictionary<string, double[]>>(reference)![$"{seed}"];
        var random = new RandomStream(seed);
        Assert.Equal(expected, expected.Select(_ => random.Uniform()));
    }

    [Fact]
    public void Normal_ManyNumbers_HaveTheMomentsOfTheNormalDistribution()
    {
        var random = new RandomStream(1);
        double[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => random.Normal())];
        Assert.Equal(0, numbers.Average(), 0.01);
        Assert.Equal(1, numbers.Average(number => Math.Pow(number, 2)), 0.02);
        Assert.Equal(3, numbers.Average(number => Math.Pow(number, 4)), 0.1);
    }

    [Fact]
    public void Shuffle_ThreeValues_GivesEachOrderAsOften()
    {
        var random = new RandomStream(1);
        var counts = new Dictionary<string, int>();
        for (int round = 0; round < 60_000; round++)
        {
            char[] values = ['a', 'b', 'c'];
            random.Shuffle<char>(values);
            counts[new string(values)] = counts.GetValueOrDefault(new string(values)) + 1;
        }
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_600, 10_400));
    }
}
