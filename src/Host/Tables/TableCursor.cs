using Microsoft.ML;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Goes through rows of a table in order.</summary>
internal sealed class TableCursor(DataViewSchema schema, int[] rows, Column[] columns, IEnumerable<DataViewSchema.Column> active, CancellationToken cancellation)
    : ForwardCursor(schema, active, cancellation)
{
    protected override long RowNumber => Row;

    private int Row => rows[(int)Position];

    protected override bool HasRow(long position) => position < rows.Length;

    protected override Delegate GetterOf(int column) => columns[column] switch
    {
        NumberColumn numbers => (ValueGetter<float>)((ref float value) => value = numbers[Row]),
        var words => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = words.TextOf(Row).AsMemory()),
    };
}
