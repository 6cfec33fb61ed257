using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Tables;

/// <summary>Goes through rows once, in order.</summary>
internal abstract class ForwardCursor : DataViewRowCursor
{
    private readonly bool[] _isActive;
    private readonly CancellationToken _cancellation;
    private long _position = -1;
    private bool _isAtEnd;

    /// <param name="schema">The columns.</param>
    /// <param name="active">Those that will be read.</param>
    /// <param name="cancellation">Ends it.</param>
    protected ForwardCursor(DataViewSchema schema, IEnumerable<DataViewSchema.Column> active, CancellationToken cancellation)
    {
        Schema = schema;
        _cancellation = cancellation;
        _isActive = new bool[schema.Count];
        foreach (DataViewSchema.Column column in active)
            _isActive[column.Index] = true;
    }

    public sealed override DataViewSchema Schema { get; }

    public sealed override long Position => _isAtEnd ? -1 : _position;

    public sealed override long Batch => 0;

    /// <summary>The number that tells the current row from all others.</summary>
    protected virtual long RowNumber => _position;

    public sealed override bool MoveNext()
    {
        _cancellation.ThrowIfCancellationRequested();
        _isAtEnd = _isAtEnd || !HasRow(_position + 1);
        if (!_isAtEnd)
            _position++;
        return !_isAtEnd;
    }

    public sealed override bool IsColumnActive(DataViewSchema.Column column) => _isActive[column.Index];

    public sealed override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        GetterOf(column.Index) as ValueGetter<TValue> ?? throw new InvalidOperationException($"Column '{column.Name}' holds {column.Type}, not {typeof(TValue)}.");

    public sealed override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)RowNumber, 0);

    /// <summary>Goes to the next row, if there is one.</summary>
    /// <param name="position">Its place, from 0.</param>
    protected abstract bool HasRow(long position);

    /// <summary>Reads a column in the current row: a <see cref="ValueGetter{TValue}"/> of the column's type.</summary>
    /// <param name="column">The column, by its place.</param>
    protected abstract Delegate GetterOf(int column);
}
