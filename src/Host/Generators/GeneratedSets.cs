namespace MLNet.LossExperiments.Host.Generators;

/// <summary>All data sets that are made by a formula.</summary>
internal static class GeneratedSets
{
    public static IReadOnlyList<GeneratedSet> All { get; } = [new XorSet(), new MoonsSet(), new SpiralsSet(), new HeteroscedasticSet()];
}
