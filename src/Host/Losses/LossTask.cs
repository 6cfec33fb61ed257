using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Losses;

/// <summary>A task and its losses.</summary>
/// <param name="Name">The name that options have for it: regression, binary or multiclass.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Command">The command that trains for it.</param>
/// <param name="Entries">Its losses.</param>
internal sealed record LossTask(string Name, string Title, string Command, IReadOnlyList<LossEntry> Entries)
{
    public static IReadOnlyList<LossTask> All { get; } =
    [
        Of("regression", "Regression", "regression", LossCatalog.Regression),
        Of("binary", "Two classes", "classification", LossCatalog.Binary),
        Of("multiclass", "Three or more classes", "classification", LossCatalog.Multiclass),
    ];

    /// <summary>Reads a task by its name.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static LossTask Parse(string text) =>
        All.FirstOrDefault(task => task.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{text}' is not allowed. Allowed are {string.Join(", ", All.Select(task => task.Name))}.");

    private static LossTask Of<TLoss>(string name, string title, string command, Catalog<TLoss> catalog)
        where TLoss : Loss =>
        new(name, title, command, [.. catalog.Entries.Select(entry => new LossEntry(entry.Name, entry.Summary, entry.Parameters, entry.Create))]);
}
