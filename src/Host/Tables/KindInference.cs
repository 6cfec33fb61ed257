namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Reads a file once to find what its columns hold.</summary>
internal static class KindInference
{
    /// <summary>The census of each column, by the column's place.</summary>
    /// <exception cref="CommandException">There are no rows, or one does not fit the columns.</exception>
    public static IReadOnlyList<ColumnCensus> Count(TableFile file, CancellationToken cancellation)
    {
        ColumnCensus[] columns = [.. file.ColumnNames.Select(name => new ColumnCensus(name))];
        using CsvRows rows = file.OpenRows();
        bool isEmpty = true;
        while (file.ReadNext(rows))
        {
            cancellation.ThrowIfCancellationRequested();
            isEmpty = false;
            for (int i = 0; i < columns.Length; i++)
                columns[i].Add(rows[i]);
        }
        return isEmpty ? throw CommandException.Failure($"{file.Path} has a header but no rows.") : columns;
    }
}
