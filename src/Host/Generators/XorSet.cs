namespace MLNet.LossExperiments.Host.Generators;

/// <summary>The exclusive or.</summary>
internal sealed class XorSet()
    : GeneratedSet(
        "xor",
        "two classes that no straight line separates: the corners a, b of the unit square in turn, x1 = a + S e, x2 = b + S e, label = a xor b",
        0.1,
        "x1", "x2", "label")
{
    private protected override IEnumerable<float[]> Rows(int count, double noise, RandomStream random)
    {
        for (int row = 0; row < count; row++)
        {
            int a = row & 1, b = (row >> 1) & 1;
            yield return [(float)(a + (noise * random.Normal())), (float)(b + (noise * random.Normal())), a ^ b];
        }
    }
}
