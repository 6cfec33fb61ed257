using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports;

/// <summary>Some rows in memory as ML.NET reads them, one column having the values of other rows.</summary>
/// <param name="schema">The columns.</param>
/// <param name="columns">Their values.</param>
/// <param name="rows">The rows.</param>
/// <param name="dealt">The column that has the values of others; null for none.</param>
/// <param name="sources">The rows whose values it has.</param>
internal sealed class PickedRows(DataViewSchema schema, IColumnInMemory[] columns, IReadOnlyList<int> rows, int? dealt, IReadOnlyList<int> sources) : IDataView
{
    public DataViewSchema Schema => schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private Delegate GetterOf(int column, Func<int> place)
    {
        IReadOnlyList<int> own = column == dealt ? sources : rows;
        return columns[column].GetterOf(() => own[place()]);
    }

    private sealed class Cursor(PickedRows data, HashSet<int> active) : DataViewRowCursor
    {
        private int _place = -1;

        public override long Position => _place;

        public override long Batch => 0;

        public override DataViewSchema Schema => data.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext()
        {
            if (_place < data.RowCount)
                _place++;
            return _place < data.RowCount;
        }

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => data.GetterOf(column.Index, () => _place) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"The column '{column.Name}' holds {column.Type}, and was asked for {typeof(TValue)}.");

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_place, 0);
    }

    private int RowCount => rows.Count;
}
