using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>Names classes of which there are too few rows, or groups of rows, for each side of a split.</summary>
internal static class RareClasses
{
    private const int MostNamed = 5;

    /// <summary>A sentence for each set that lacks a class which the whole has.</summary>
    /// <param name="label">The label column.</param>
    /// <param name="sets">The sets, by name.</param>
    public static IEnumerable<string> Across(string label, IReadOnlyList<(string Name, TableRows Rows)> sets)
    {
        var counts = sets.SelectMany(set => set.Rows.Rows.Select(set.Rows.Table[label].TextOf)).CountBy(text => text).ToDictionary(StringComparer.Ordinal);
        foreach ((string name, TableRows rows) in sets.Where(set => set.Rows.Count > 0))
        {
            var own = rows.Rows.Select(rows.Table[label].TextOf).ToHashSet(StringComparer.Ordinal);
            string[] absent = [.. counts.Where(pair => !own.Contains(pair.Key)).OrderBy(pair => pair.Value).Select(Show)];
            if (absent.Length > 0)
                yield return $"The {name} set has no row of {List(absent)}: too few for each set.";
        }
    }

    /// <summary>A sentence about classes of fewer rows than folds; null where there is none.</summary>
    public static string? Within(TableRows rows, string label, int folds)
    {
        string[] rare = [.. rows.Rows.Select(rows.Table[label].TextOf).CountBy(text => text).Where(pair => pair.Value < folds).OrderBy(pair => pair.Value).Select(Show)];
        return rare.Length == 0 ? null : $"Too few rows to be held out in each of {folds} folds: {List(rare)}.";
    }

    private static string Show(KeyValuePair<string, int> counted) => $"class {CellText.Quote(counted.Key)} ({counted.Value} {(counted.Value == 1 ? "row" : "rows")})";

    private static string List(string[] classes) => string.Join(", ", classes.Take(MostNamed)) + (classes.Length > MostNamed ? $" and {classes.Length - MostNamed} more" : "");
}
