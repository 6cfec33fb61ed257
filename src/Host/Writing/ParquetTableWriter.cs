using Parquet;
using Parquet.Schema;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Writes Parquet, in row groups of one size.</summary>
internal sealed class ParquetTableWriter : TableWriter
{
    private const int RowsPerGroup = 1 << 16;

    private readonly ParquetWriter _writer;
    private readonly DataField[] _fields;
    private readonly List<float?>?[] _numbers;
    private readonly List<string?>?[] _texts;
    private int _column;
    private int _rows;
    private bool _isComplete;

    public ParquetTableWriter(Stream stream, IReadOnlyList<OutputColumn> columns)
    {
        _fields = [.. columns.Select(column => column.IsNumber ? new DataField<float>(column.Name, true) : (DataField)new DataField<string>(column.Name))];
        _numbers = [.. columns.Select(column => column.IsNumber ? new List<float?>() : null)];
        _texts = [.. columns.Select(column => column.IsNumber ? null : new List<string?>())];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
    }

    public override void Number(float value) => _numbers[_column++]!.Add(float.IsNaN(value) ? null : value);

    public override void Text(ReadOnlySpan<char> value) => _texts[_column++]!.Add(value.IsEmpty ? null : value.ToString());

    public override void EndRow()
    {
        _column = 0;
        if (++_rows == RowsPerGroup)
            WriteGroup();
    }

    public override void Complete()
    {
        if (_rows > 0)
            WriteGroup();
        Close();
    }

    protected override void Dispose(bool isDisposing)
    {
        Close();
        base.Dispose(isDisposing);
    }

    private void Close()
    {
        if (_isComplete)
            return;
        _isComplete = true;
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            ValueTask written = _numbers[i] is { } numbers
                ? new ValueTask(group.WriteAsync<float>(_fields[i], numbers.ToArray()))
                : new ValueTask(group.WriteAsync(_fields[i], _texts[i]!));
            written.AsTask().GetAwaiter().GetResult();
            _numbers[i]?.Clear();
            _texts[i]?.Clear();
        }
        _rows = 0;
    }
}
