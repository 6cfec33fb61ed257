using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Completion;

/// <summary>Completes texts that catalogs understand, such as <c>huber:delta=1</c>: first the name, then parameters, then their defaults.</summary>
internal static class CatalogCompletion
{
    /// <summary>What a word may become.</summary>
    /// <param name="entries">What the catalogs list: names with their parameters.</param>
    /// <param name="word">What is typed so far.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Entry> entries, string word)
    {
        if (word.Split(':', 2) is not [var name, var assignments])
            return entries.Select(entry => entry.Name);
        string[] given = assignments.Split(',');
        string before = $"{name}:{string.Concat(given[..^1].Select(assignment => $"{assignment},"))}";
        return entries.Where(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(entry => entry.Parameters)
            .Where(parameter => !given[..^1].Any(assignment => IsOf(assignment, parameter)))
            .Select(parameter => $"{before}{parameter.Name}={(IsOf(given[^1], parameter) ? parameter.Default : "")}");
    }

    /// <summary>What a list of such texts may become, with commas between them as between the parameters of one.</summary>
    public static IEnumerable<string> OfList(IReadOnlyList<Entry> entries, string word)
    {
        string last = LossList.Split(word)[^1];
        string before = word[..^last.Length];
        IEnumerable<string> lasts = Of(entries, last).Select(candidate => before + candidate);
        // After a comma there is a parameter of the last loss, or a new loss.
        return last.LastIndexOf(',') is var comma && comma < 0 ? lasts : lasts.Concat(entries.Select(entry => $"{before}{last[..comma]},{entry.Name}"));
    }

    /// <summary>The entries of a catalog.</summary>
    public static IReadOnlyList<Entry> EntriesOf<T>(Catalog<T> catalog) => [.. catalog.Entries.Select(entry => new Entry(entry.Name, entry.Parameters))];

    private static bool IsOf(string assignment, CatalogParameter parameter) => assignment.Split('=', 2) is [var name, _] && name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that a catalog knows, and the parameters that go with it.</summary>
    internal sealed record Entry(string Name, IReadOnlyList<CatalogParameter> Parameters);
}
