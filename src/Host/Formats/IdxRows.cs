using System.Globalization;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads records of an IDX file, each with its label.</summary>
internal sealed class IdxRows : RowReader
{
    private readonly IdxFile _records;
    private readonly IdxFile? _labels;
    private readonly CellFormat _cells;
    private readonly float[] _values;
    private readonly int _first;
    private int _place;

    /// <param name="records">The records; disposed with the rows.</param>
    /// <param name="labels">Their labels, which come before the values; disposed with the rows. Null for none.</param>
    /// <param name="cells">Which numbers stand for a missing value.</param>
    public IdxRows(IdxFile records, IdxFile? labels, CellFormat cells)
        : base(cells)
    {
        _cells = cells;
        _records = records;
        _labels = labels;
        _first = labels is null ? 0 : 1;
        _values = new float[_first + records.RecordLength];
    }

    public override int Place => _place;

    public override bool Read()
    {
        if (!_records.ReadNext(_values.AsSpan(_first)))
            return false;
        _labels?.ReadNext(_values.AsSpan(0, 1));
        _place++;
        return true;
    }

    public override string TextOf(int column) => float.IsNaN(_values[column]) ? "" : _values[column].ToString(CultureInfo.InvariantCulture);

    public override bool IsMissing(int column) => float.IsNaN(_values[column]) || (_cells.HasMissingNumbers && base.IsMissing(column));

    public override bool TryReadNumber(int column, out float number)
    {
        number = IsMissing(column) ? float.NaN : _values[column];
        return !float.IsInfinity(number);
    }

    protected override void Dispose(bool isDisposing)
    {
        _records.Dispose();
        _labels?.Dispose();
    }
}
