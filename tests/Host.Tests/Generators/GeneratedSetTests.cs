using System.Text.Json;
using MLNet.LossExperiments.Host.Generators;

namespace MLNet.LossExperiments.Host.Tests.Generators;

public sealed class GeneratedSetTests
{
    public static TheoryData<string> Names => [.. GeneratedSets.All.Select(set => set.Name)];

    private static GeneratedSet Set(string name) => GeneratedSets.All.Single(set => set.Name == name);

    private static float[][] Sorted(IEnumerable<float[]> rows) => [.. rows.OrderBy(row => row[2]).ThenBy(row => row[0]).ThenBy(row => row[1])];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    public void Make_MoonsWithoutNoise_AreThoseOfScikitLearn(int count)
    {
        string reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "moons.json"));
        float[][] expected = Sorted(JsonSerializer.Deserialize<Dictionary<string, float[][]>>(reference)![$"{count}"]);

        float[][] actual = Sorted(Set("moons").Make(count, noise: 0, seed: 3));

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, (a, b) => Math.Abs(a - b) < 1e-6));
    }

    [Fact]
    public void Make_XorWithoutNoise_IsTheFourCorners()
    {
        float[][] rows = [.. Set("xor").Make(400, noise: 0, seed: 1)];
        Assert.All(rows, row => Assert.Equal(row[2], (row[0] != row[1]) ? 1 : 0));
        Assert.All(rows.CountBy(row => (row[0], row[1])), corner => Assert.Equal(100, corner.Value));
    }

    [Fact]
    public void Make_XorWithNoise_ScattersByIt()
    {
        double[] distances = [.. Set("xor").Make(40_000, noise: 0.1, seed: 1).SelectMany(row => row[..2]).Select(value => value - Math.Round(value))];
        Assert.Equal(0, distances.Average(), 0.002);
        Assert.Equal(0.1, Math.Sqrt(distances.Average(distance => distance * distance)), 0.002);
    }

    [Fact]
    public void Make_SpiralsWithoutNoise_LieOnTwoArms()
    {
        IReadOnlyList<float[]> rows = Set("spirals").Make(200, noise: 0, seed: 1);
        foreach (float[] row in rows)
        {
            double radius = Math.Sqrt((row[0] * (double)row[0]) + (row[1] * (double)row[1]));
            double angle = (3 * Math.PI * radius) + (row[2] * Math.PI);
            Assert.Equal(radius * Math.Cos(angle), row[0], 1e-5);
            Assert.Equal(radius * Math.Sin(angle), row[1], 1e-5);
            Assert.InRange(radius, 0.01, 1);
        }
        Assert.All(rows.CountBy(row => row[2]), label => Assert.Equal(100, label.Value));
    }

    // The quantiles 0.9 and 0.05 of the normal distribution, from a table.
    [Theory]
    [InlineData(1.2815515655446004, 0.9)]
    [InlineData(-1.6448536269514722, 0.05)]
    public void Make_Heteroscedastic_HasTheQuantilesOfItsFormula(double z, double level)
    {
        IReadOnlyList<float[]> rows = Set("heteroscedastic").Make(60_000, noise: 0.1, seed: 1);
        foreach (int third in (int[])[0, 1, 2])
        {
            float[][] part = [.. rows.Where(row => (int)(row[0] / 10 * 3) == third)];
            double share = part.Count(row => row[1] <= Math.Sin(row[0]) + (0.1 * (1 + row[0]) * z)) / (double)part.Length;
            Assert.Equal(level, share, 0.01);
            Assert.InRange(part.Length, 19_000, 21_000);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Make_SameSeed_GivesTheSameRowsAndAnotherOthers(string name)
    {
        GeneratedSet set = Set(name);
        IReadOnlyList<float[]> rows = set.Make(50, set.UsualNoise, seed: 1);
        Assert.Equal(rows, set.Make(50, set.UsualNoise, seed: 1));
        Assert.NotEqual(rows, set.Make(50, set.UsualNoise, seed: 2));
        Assert.All(rows, row => Assert.Equal(set.Columns.Count, row.Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Make_OneRow_IsFinite(string name) => Assert.All(Assert.Single(Set(name).Make(1, 0, seed: 1)), value => Assert.True(float.IsFinite(value)));
}
