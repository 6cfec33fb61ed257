using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Columns;

/// <summary>Chooses the columns that can be learned from, looking at the training rows alone.</summary>
/// <param name="Features">The columns to learn from.</param>
/// <param name="Dropped">The columns left out.</param>
internal sealed record FeatureSelection(IReadOnlyList<Feature> Features, IReadOnlyList<DroppedColumn> Dropped)
{
    private const int MostCategories = 1000;

    /// <param name="names">The columns to choose from.</param>
    /// <param name="training">The training rows.</param>
    /// <param name="others">The rows that are only predicted, in which values may be missing too.</param>
    /// <exception cref="CommandException">None is left.</exception>
    public static FeatureSelection From(IReadOnlyList<string> names, TableRows training, IReadOnlyList<TableRows> others)
    {
        var features = new List<Feature>();
        var dropped = new List<DroppedColumn>();
        foreach (string name in names)
        {
            if (FindObstacle(name, training) is { } obstacle)
            {
                dropped.Add(obstacle);
                continue;
            }
            bool isMissing = HoldsMissing(name, training);
            features.Add(new Feature(name, training.Table[name].Kind, isMissing, isMissing || others.Any(rows => HoldsMissing(name, rows))));
        }
        return features.Count > 0
            ? new FeatureSelection(features, dropped)
            : throw CommandException.Failure($"No column is left to learn from{string.Concat(dropped.Select(column => $"; '{column.Name}' has {column.Reason}"))}.");
    }

    private static DroppedColumn? FindObstacle(string name, TableRows training)
    {
        Column column = training.Table[name];
        int[] filled = [.. training.Rows.Where(row => !column.IsMissing(row))];
        if (filled.Length == 0)
            return new(name, "no value in the training set", IsSurprising: false);
        bool canVary = filled.Length < training.Count;
        int enough = column.Kind == ColumnKind.Number ? 2 : MostCategories + 1;
        int values = filled.Select(column.TextOf).Distinct(StringComparer.Ordinal).Take(enough).Count();
        if (values == 1 && !canVary)
            return new(name, "the same value in all of the training set", IsSurprising: false);
        if (column.Kind == ColumnKind.Number)
            return null;
        if (values == filled.Length)
            return new(name, "a different text in each row, as identifiers have", IsSurprising: true);
        return values > MostCategories ? new(name, $"more than {MostCategories:N0} different texts", IsSurprising: true) : null;
    }

    private static bool HoldsMissing(string name, TableRows rows)
    {
        Column column = rows.Table[name];
        return rows.Rows.Any(column.IsMissing);
    }
}
