using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Reads a file once to find what its columns hold.</summary>
internal static class KindInference
{
    /// <summary>The census of each column, by the column's place.</summary>
    /// <param name="source">The file.</param>
    /// <param name="said">What the user says of columns, by their places.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="CommandException">There are no rows, or one does not fit the columns.</exception>
    public static IReadOnlyList<ColumnCensus> Count(TableSource source, IReadOnlyDictionary<int, ColumnKind> said, CancellationToken cancellation)
    {
        ColumnCensus[] columns = [.. source.ColumnNames.Select((name, i) => new ColumnCensus(name, said.TryGetValue(i, out ColumnKind kind) ? kind : source.KnownKind(i)))];
        int[] open = [.. Enumerable.Range(0, columns.Length).Where(i => !columns[i].IsKnown)];
        using RowReader rows = source.OpenRows();
        bool isEmpty = true;
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            isEmpty = false;
            // Nothing is left to find out, but that there is a row.
            if (open.Length == 0)
                break;
            foreach (int i in open)
                columns[i].Add(rows, i);
        }
        return isEmpty ? throw CommandException.Failure($"{source.Path} has no rows.") : columns;
    }
}
