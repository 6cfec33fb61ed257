using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Host.Losses;

/// <summary>Finds the losses that a text may mean: a name may stand for a loss in several tasks.</summary>
internal static class LossLookup
{
    /// <param name="text">A name, with parameters if wanted.</param>
    /// <param name="task">The task; null for all.</param>
    /// <param name="note">Is told where a task has a loss of that name which does not take the parameters.</param>
    /// <exception cref="CommandException">There is no such loss.</exception>
    public static IReadOnlyList<ShownLoss> Find(string text, LossTask? task, Action<string> note)
    {
        string name = CatalogText.NameIn(text);
        var found = new List<ShownLoss>();
        var faults = new List<string>();
        foreach (LossTask candidate in LossTask.All.Where(other => task is null || other == task))
        {
            if (EntryOf(candidate, name) is not { } entry)
                continue;
            try
            {
                found.Add(new ShownLoss(candidate, entry, entry.Create(CatalogText.ParametersIn(text))));
            }
            catch (FormatException e)
            {
                faults.Add(e.Message);
            }
        }
        if (found.Count == 0)
            throw CommandException.Usage(faults.Count > 0 ? [.. faults.Distinct()] : [Unknown(name, task)]);
        foreach (string fault in faults)
            note($"Not shown for every task: {fault}");
        return found;
    }

    private static LossEntry? EntryOf(LossTask task, string name) => task.Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Unknown(string name, LossTask? task)
    {
        string[] others = [.. LossTask.All.Where(other => EntryOf(other, name) is not null).Select(other => other.Name)];
        if (others.Length > 0)
            return $"'{name}' is a loss for --task {string.Join(" and ", others)}, not for {task!.Name}.";
        IEnumerable<string> names = LossTask.All.Where(other => task is null || other == task).SelectMany(other => other.Entries).Select(entry => entry.Name).Distinct();
        IReadOnlyList<string> near = NearestNames.Of(name, names);
        string hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Take(3))}?";
        return $"There is no loss '{name}'.{hint} 'mlnet-loss losses' lists all.";
    }
}
