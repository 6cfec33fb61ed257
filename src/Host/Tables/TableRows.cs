namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Some rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">The places of the rows in it.</param>
internal sealed record TableRows(Table Table, int[] Rows)
{
    public static TableRows All(Table table) => new(table, [.. Enumerable.Range(0, table.RowCount)]);

    public int Count => Rows.Length;

    public TableRows Where(Func<int, bool> keeps) => new(Table, [.. Rows.Where(keeps)]);
}
