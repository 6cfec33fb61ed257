namespace MLNet.LossExperiments.Host.Generators;

/// <summary>Two half circles that reach into each other, as scikit-learn's make_moons has them.</summary>
internal sealed class MoonsSet()
    : GeneratedSet(
        "moons",
        "two half circles that reach into each other, as make_moons of scikit-learn: t evenly from 0 to pi, (cos t, sin t) for label 0 and (1 - cos t, 1/2 - sin t) for label 1, S e added to both",
        0.1,
        "x1", "x2", "label")
{
    private protected override IEnumerable<float[]> Rows(int count, double noise, RandomStream random)
    {
        int outer = count / 2;
        for (int row = 0; row < count; row++)
        {
            bool isOuter = row < outer;
            double t = isOuter ? Angle(row, outer) : Angle(row - outer, count - outer);
            (double sine, double cosine) = Math.SinCos(t);
            (double x1, double x2) = isOuter ? (cosine, sine) : (1 - cosine, 0.5 - sine);
            yield return [(float)(x1 + (noise * random.Normal())), (float)(x2 + (noise * random.Normal())), isOuter ? 0 : 1];
        }
    }

    // Both ends are points; a single one is the start.
    private static double Angle(int place, int count) => count == 1 ? 0 : Math.PI * place / (count - 1);
}
