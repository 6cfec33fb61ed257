namespace MLNet.LossExperiments.Optimizers;

/// <summary>All optimizers by name.</summary>
public static class OptimizerCatalog
{
    private static readonly IReadOnlyList<Func<Optimizer>> Factories = [() => Optimizer.Adam(), () => Optimizer.AdamW(), () => Optimizer.Sgd()];

    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Factories.Select(create => create().Name)];

    /// <summary>Makes an optimizer with its default settings.</summary>
    /// <param name="name">One of <see cref="Names"/>; case does not matter.</param>
    /// <returns>The optimizer.</returns>
    /// <exception cref="FormatException">The name is unknown.</exception>
    public static Optimizer Create(string name) =>
        Factories.Select(create => create()).FirstOrDefault(optimizer => optimizer.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"There is no optimizer '{name}'. There are {string.Join(", ", Names)}.");
}
