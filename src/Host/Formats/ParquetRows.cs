using Parquet;
using Parquet.Schema;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads a Parquet file, a row group at a time.</summary>
internal sealed class ParquetRows : RowReader
{
    private readonly string _name;
    private readonly Stream _stream;
    private readonly ParquetReader _reader;
    private readonly ParquetColumn[] _columns;
    private readonly CellFormat _cells;
    private int _nextGroup;
    private int _row = -1;
    private long _rowsInGroup;
    private int _place;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="stream">The file; disposed with the rows.</param>
    /// <param name="fields">Its columns.</param>
    /// <param name="cells">What texts in cells mean.</param>
    public ParquetRows(string name, Stream stream, IReadOnlyList<DataField> fields, CellFormat cells)
        : base(cells)
    {
        _name = name;
        _stream = stream;
        _cells = cells;
        _reader = ParquetSource.Guard(name, () => ParquetReader.CreateAsync(stream).GetAwaiter().GetResult());
        _columns = [.. fields.Select(ParquetColumn.Of)];
    }

    public override int Place => _place;

    public override bool Read()
    {
        _row++;
        while (_row >= _rowsInGroup)
        {
            if (_nextGroup == _reader.RowGroupCount)
                return false;
            LoadGroup();
        }
        _place++;
        return true;
    }

    public override string TextOf(int column) => _columns[column].TextOf(_row);

    public override bool TryReadNumber(int column, out float number)
    {
        if (_columns[column].NumberOf(_row) is not { } value)
            return base.TryReadNumber(column, out number);
        number = _cells.HasMissingNumbers && IsMissing(column) ? float.NaN : value;
        return !float.IsInfinity(number);
    }

    protected override void Dispose(bool isDisposing)
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private void LoadGroup() => ParquetSource.Guard(_name, () =>
    {
        using ParquetRowGroupReader group = _reader.OpenRowGroupReader(_nextGroup++);
        foreach (ParquetColumn column in _columns)
            column.Load(group).AsTask().GetAwaiter().GetResult();
        _rowsInGroup = group.RowCount;
        _row = 0;
        return true;
    });
}
