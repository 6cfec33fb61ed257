namespace MLNet.LossExperiments.Host.Generators;

/// <summary>Regression whose noise grows with the feature, so that every conditional quantile is known.</summary>
internal sealed class HeteroscedasticSet()
    : GeneratedSet(
        "heteroscedastic",
        "regression whose noise grows, to learn quantiles from: x uniform from 0 to 10, y = sin x + S (1 + x) e; the quantile tau of y is sin x + S (1 + x) z, where z is the quantile tau of the normal distribution, 1.2816 for 0.9",
        0.1,
        "x", "y")
{
    private const double Range = 10;

    private protected override IEnumerable<float[]> Rows(int count, double noise, RandomStream random)
    {
        for (int row = 0; row < count; row++)
        {
            double x = Range * random.Uniform();
            yield return [(float)x, (float)(Math.Sin(x) + (noise * (1 + x) * random.Normal()))];
        }
    }
}
