using MLNet.LossExperiments.Host.Formats;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>
/// Shows rows of a table to ML.NET: a <see cref="float"/> for each number, text for each category, as a TextLoader would give them for a file
/// of these columns. Feeding ML.NET from memory keeps one parser in charge of both what is inferred and what is learned.
/// </summary>
internal sealed class TableDataView : IDataView
{
    private readonly TableRows _rows;
    private readonly Column[] _columns;
    private readonly CancellationToken _cancellation;

    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends whatever reads the rows. Outsiders have no other way to stop ML.NET in the midst of its work.</param>
    public TableDataView(TableRows rows, CancellationToken cancellation)
    {
        _rows = rows;
        _cancellation = cancellation;
        _columns = [.. rows.Table.Columns];
        Schema = SchemaOf(_columns.Select(column => (column.Name, column.Kind)));
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public static DataViewSchema SchemaOf(IEnumerable<(string Name, ColumnKind Kind)> columns)
    {
        var builder = new DataViewSchema.Builder();
        foreach ((string name, ColumnKind kind) in columns)
            builder.AddColumn(name, kind == ColumnKind.Number ? NumberDataViewType.Single : TextDataViewType.Instance);
        return builder.ToSchema();
    }

    public long? GetRowCount() => _rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new TableCursor(Schema, _rows.Rows, _columns, columnsNeeded, _cancellation);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
