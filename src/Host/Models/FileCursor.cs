using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>Goes through the rows of a file in order.</summary>
internal sealed class FileCursor : DataViewRowCursor
{
    private readonly RowReader _rows;
    private readonly IReadOnlyList<FileColumn> _columns;
    private readonly bool[] _isActive;
    private readonly CancellationToken _cancellation;
    private long _position = -1;
    private bool _isAtEnd;

    public FileCursor(DataViewSchema schema, RowReader rows, IReadOnlyList<FileColumn> columns, IEnumerable<DataViewSchema.Column> active, CancellationToken cancellation)
    {
        Schema = schema;
        _rows = rows;
        _columns = columns;
        _cancellation = cancellation;
        _isActive = new bool[columns.Count];
        foreach (DataViewSchema.Column column in active)
            _isActive[column.Index] = true;
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _isAtEnd ? -1 : _position;

    public override long Batch => 0;

    public override bool MoveNext()
    {
        _cancellation.ThrowIfCancellationRequested();
        _isAtEnd = _isAtEnd || !_rows.Read();
        if (!_isAtEnd)
            _position++;
        return !_isAtEnd;
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _isActive[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _columns[column.Index].GetterOf(_rows) as ValueGetter<TValue>
        ?? throw new InvalidOperationException($"Column '{column.Name}' holds {column.Type}, not {typeof(TValue)}.");

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rows.Dispose();
        base.Dispose(disposing);
    }
}
