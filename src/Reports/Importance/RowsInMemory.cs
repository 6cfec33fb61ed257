using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports;

/// <summary>All rows of some data, column by column.</summary>
internal sealed class RowsInMemory
{
    private readonly DataViewSchema _schema;
    private readonly IColumnInMemory[] _columns;

    private RowsInMemory(DataViewSchema schema, IColumnInMemory[] columns, int rowCount) => (_schema, _columns, RowCount) = (schema, columns, rowCount);

    public int RowCount { get; }

    public static RowsInMemory Read(IDataView data)
    {
        DataViewSchema.Column[] shown = [.. data.Schema.Where(column => !column.IsHidden)];
        var columns = new IColumnInMemory[data.Schema.Count];
        using DataViewRowCursor cursor = data.GetRowCursor(shown);
        foreach (DataViewSchema.Column column in shown)
            columns[column.Index] = (IColumnInMemory)Activator.CreateInstance(KindOf(column), cursor, column)!;
        int rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            foreach (DataViewSchema.Column column in shown)
                columns[column.Index].ReadRow();
        }
        return new RowsInMemory(data.Schema, columns, rows);
    }

    /// <summary>Some rows, one column having the values of other rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="dealt">The index of the column; null for none.</param>
    /// <param name="sources">The rows whose values it has.</param>
    public IDataView Pick(IReadOnlyList<int> rows, int? dealt, IReadOnlyList<int> sources) => new PickedRows(_schema, _columns, rows, dealt, sources);

    private static Type KindOf(DataViewSchema.Column column) => column.Type is VectorDataViewType vector
        ? typeof(VectorColumnInMemory<>).MakeGenericType(vector.ItemType.RawType)
        : typeof(ColumnInMemory<>).MakeGenericType(column.Type.RawType);
}
