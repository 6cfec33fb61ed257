using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Reads chosen columns of a file into memory.</summary>
internal static class TableReader
{
    /// <exception cref="CommandException">A column is not there, a row does not fit the columns, or text stands where a number is due.</exception>
    public static Table Read(TableSource source, IReadOnlyList<ColumnRequest> columns, CancellationToken cancellation)
    {
        int[] places = [.. columns.Select(column => source.Find(column.Name))];
        ColumnBuilder[] builders = [.. columns.Select(column => ColumnBuilder.For(column.Kind))];
        var rowPlaces = new List<int>();
        using RowReader rows = source.OpenRows();
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            rowPlaces.Add(rows.Place);
            for (int i = 0; i < builders.Length; i++)
            {
                if (!builders[i].TryAdd(rows, places[i]))
                    throw CommandException.Failure($"{source.PlaceOf(rows.Place)}, column '{columns[i].Name}': {CellText.Quote(rows.TextOf(places[i]))} {rows.WhyNoNumber(places[i])}. {columns[i].Remedy}");
            }
        }
        return rowPlaces.Count > 0
            ? new Table(source, rowPlaces, [.. builders.Select((builder, i) => builder.Build(columns[i].Name))])
            : throw CommandException.Failure($"{source.Path} has no rows.");
    }
}
