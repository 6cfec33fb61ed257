using Microsoft.ML;

namespace MLNet.LossExperiments.Reports;

/// <summary>The values of a column.</summary>
/// <param name="cursor">Where they are read.</param>
/// <param name="column">The column.</param>
internal class ColumnInMemory<T>(DataViewRow cursor, DataViewSchema.Column column) : IColumnInMemory
{
    private readonly ValueGetter<T> _get = cursor.GetGetter<T>(column);
    private readonly List<T> _values = [];

    public void ReadRow()
    {
        // A new one each time: vectors would otherwise share their memory.
        T value = default!;
        _get(ref value);
        _values.Add(value);
    }

    public Delegate GetterOf(Func<int> row) => (ValueGetter<T>)((ref T value) => Give(_values[row()], ref value));

    protected virtual void Give(T own, ref T value) => value = own;
}
