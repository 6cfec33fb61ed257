using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Reads the beginning of a table.</summary>
internal static class FirstRows
{
    /// <summary>The texts of the first rows, as they stand in the file.</summary>
    public static IReadOnlyList<string[]> Read(TableSource source, int count)
    {
        var first = new List<string[]>();
        using RowReader rows = source.OpenRows();
        while (first.Count < count && rows.Read())
            first.Add([.. Enumerable.Range(0, source.ColumnNames.Count).Select(rows.TextOf)]);
        return first.Count > 0 ? first : throw CommandException.Failure($"{source.Path} has no rows.");
    }
}
