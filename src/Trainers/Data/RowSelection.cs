using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Data;

/// <summary>Some rows of a data view, chosen by their place in it; read in order, whatever order a reader would like.</summary>
/// <param name="data">All rows, which come in the same order each time.</param>
/// <param name="isSelected">For each row, by its place, whether it is chosen.</param>
internal sealed class RowSelection(IDataView data, IReadOnlyList<bool> isSelected) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => data.Schema;

    public long? GetRowCount() => isSelected.Count(selected => selected);

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(data.GetRowCursor(columnsNeeded), isSelected);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor all, IReadOnlyList<bool> isSelected) : DataViewRowCursor
    {
        private long _position = -1;

        public override long Position => _position;

        public override long Batch => all.Batch;

        public override DataViewSchema Schema => all.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => all.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => all.GetGetter<TValue>(column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => all.GetIdGetter();

        public override bool MoveNext()
        {
            while (all.MoveNext())
            {
                if (all.Position >= isSelected.Count)
                    throw new MlpTrainingException($"The data gave more than the {isSelected.Count} rows that it gave before. Rows must be the same in every pass.");
                if (!isSelected[(int)all.Position])
                    continue;
                _position++;
                return true;
            }
            _position = -1;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                all.Dispose();
            base.Dispose(disposing);
        }
    }
}
