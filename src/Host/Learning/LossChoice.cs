using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>Finds a loss by its text, and says so where it is one for another task.</summary>
internal static class LossChoice
{
    private static readonly TaskLosses ForNumbers = Describe("regression", LossCatalog.Regression);
    private static readonly TaskLosses ForTwoClasses = Describe("two classes", LossCatalog.Binary);
    private static readonly TaskLosses ForMoreClasses = Describe("three or more classes", LossCatalog.Multiclass);

    /// <exception cref="FormatException">There is no such loss for regression.</exception>
    public static RegressionLoss ForRegression(string text) => Parse(LossCatalog.Regression, ForNumbers, text);

    /// <exception cref="FormatException">There is no such loss for two classes.</exception>
    public static BinaryLoss ForBinary(string text) => Parse(LossCatalog.Binary, ForTwoClasses, text);

    /// <exception cref="FormatException">There is no such loss for three or more classes.</exception>
    public static MulticlassLoss ForMulticlass(string text) => Parse(LossCatalog.Multiclass, ForMoreClasses, text);

    /// <summary>Whether a text names a loss for regression and none for classification.</summary>
    public static bool IsForRegression(string text) => ForNumbers.Has(text) && !ForTwoClasses.Has(text) && !ForMoreClasses.Has(text);

    /// <summary>Checks a loss before the number of classes is known.</summary>
    /// <exception cref="FormatException">There is no such loss for classification.</exception>
    public static void CheckForClassification(string text)
    {
        if (ForTwoClasses.Has(text))
            ForBinary(text);
        else if (ForMoreClasses.Has(text))
            ForMulticlass(text);
        else if (ForNumbers.Has(text))
            throw new FormatException($"'{CatalogText.NameIn(text)}' is a loss for regression. {ForTwoClasses.List()} {ForMoreClasses.List()}");
        else
            throw new FormatException($"There is no classification loss '{CatalogText.NameIn(text)}'.{Suggest(text)} {ForTwoClasses.List()} {ForMoreClasses.List()}");
    }

    /// <summary>The losses of a task for help, each with its parameters.</summary>
    public static string List<TLoss>(Catalog<TLoss> losses)
        where TLoss : Loss =>
        string.Join(", ", losses.Entries);

    private static TLoss Parse<TLoss>(Catalog<TLoss> losses, TaskLosses task, string text)
        where TLoss : Loss
    {
        TaskLosses? other = new[] { ForNumbers, ForTwoClasses, ForMoreClasses }.FirstOrDefault(other => other.Has(text));
        return other is null || task.Has(text)
            ? losses.Parse(text)
            : throw new FormatException($"'{CatalogText.NameIn(text)}' is a loss for {other.Task}. {task.List()}");
    }

    private static string Suggest(string text)
    {
        IReadOnlyList<string> near = NearestNames.Of(CatalogText.NameIn(text), ForTwoClasses.Names.Concat(ForMoreClasses.Names).Distinct());
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    private static TaskLosses Describe<TLoss>(string task, Catalog<TLoss> losses)
        where TLoss : Loss => new(task, [.. losses.Entries.Select(entry => entry.Name)]);

    private sealed record TaskLosses(string Task, IReadOnlyList<string> Names)
    {
        public bool Has(string text) => Names.Contains(CatalogText.NameIn(text), StringComparer.OrdinalIgnoreCase);

        public string List() => $"For {Task} there {(Names.Count == 1 ? "is" : "are")} {string.Join(", ", Names)}.";
    }
}
