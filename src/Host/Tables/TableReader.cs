namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Reads chosen columns of a file into memory.</summary>
internal static class TableReader
{
    /// <exception cref="CommandException">A column is not there, a row does not fit the columns, or text stands where a number is due.</exception>
    public static Table Read(TableFile file, IReadOnlyList<ColumnRequest> columns, CancellationToken cancellation)
    {
        int[] places = [.. columns.Select(column => file.Find(column.Name))];
        ColumnBuilder[] builders = [.. columns.Select(column => ColumnBuilder.For(column.Kind))];
        var lines = new List<int>();
        using CsvRows rows = file.OpenRows();
        while (file.ReadNext(rows))
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Add(rows.Line);
            for (int i = 0; i < builders.Length; i++)
            {
                string text = rows[places[i]];
                if (!builders[i].TryAdd(text))
                    throw CommandException.Failure($"{file.Name}, line {rows.Line}, column '{columns[i].Name}': {Cell.Quote(text)} is not a number. {columns[i].Remedy}");
            }
        }
        var table = new Table(file.Name, lines, [.. builders.Select((builder, i) => builder.Build(columns[i].Name))]);
        return table.RowCount > 0 ? table : throw CommandException.Failure($"{file.Path} has a header but no rows.");
    }
}
