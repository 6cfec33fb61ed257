using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Goes through rows of a table in order.</summary>
internal sealed class TableCursor : DataViewRowCursor
{
    private readonly int[] _rows;
    private readonly Column[] _columns;
    private readonly bool[] _isActive;
    private readonly CancellationToken _cancellation;
    private int _position = -1;
    private bool _isAtEnd;

    public TableCursor(DataViewSchema schema, int[] rows, Column[] columns, IEnumerable<DataViewSchema.Column> active, CancellationToken cancellation)
    {
        Schema = schema;
        _rows = rows;
        _columns = columns;
        _cancellation = cancellation;
        _isActive = new bool[columns.Length];
        foreach (DataViewSchema.Column column in active)
            _isActive[column.Index] = true;
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool MoveNext()
    {
        _cancellation.ThrowIfCancellationRequested();
        _isAtEnd = _isAtEnd || _position + 1 == _rows.Length;
        _position = _isAtEnd ? -1 : _position + 1;
        return !_isAtEnd;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _isActive[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        Delegate getter = _columns[column.Index] switch
        {
            NumberColumn numbers => (ValueGetter<float>)((ref float value) => value = numbers[_rows[_position]]),
            var words => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = words.TextOf(_rows[_position]).AsMemory()),
        };
        return getter as ValueGetter<TValue> ?? throw new InvalidOperationException($"Column '{column.Name}' holds {column.Type}, not {typeof(TValue)}.");
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() =>
        (ref DataViewRowId value) => value = new DataViewRowId((ulong)_rows[_position], 0);
}
