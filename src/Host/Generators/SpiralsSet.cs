namespace MLNet.LossExperiments.Host.Generators;

/// <summary>Two spirals wound into each other.</summary>
internal sealed class SpiralsSet()
    : GeneratedSet(
        "spirals",
        "two arms wound one and a half times around each other: u evenly from 0 to 1, r = sqrt(u), t = 3 pi r, (r cos t, r sin t) for label 0 and (-r cos t, -r sin t) for label 1, S e added to both",
        0.02,
        "x1", "x2", "label")
{
    private const double Turn = 3 * Math.PI;

    private protected override IEnumerable<float[]> Rows(int count, double noise, RandomStream random)
    {
        for (int row = 0; row < count; row++)
        {
            int label = row & 1;
            // Half a step from either end, so that the arms do not meet in the middle.
            double radius = Math.Sqrt((row + 0.5) / count);
            (double sine, double cosine) = Math.SinCos(Turn * radius);
            double sign = label == 0 ? 1 : -1;
            yield return [(float)((sign * radius * cosine) + (noise * random.Normal())), (float)((sign * radius * sine) + (noise * random.Normal())), label];
        }
    }
}
