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
    private readonly List<double?>?[] _precise;
    private readonly List<string?>?[] _texts;
    private int _column;
    private int _rows;
    private bool _isComplete;

    public ParquetTableWriter(Stream stream, IReadOnlyList<OutputColumn> columns)
    {
        _fields = [.. columns.Select(FieldOf)];
        _numbers = [.. columns.Select(column => column is { IsNumber: true, IsPrecise: false } ? new List<float?>() : null)];
        _precise = [.. columns.Select(column => column is { IsNumber: true, IsPrecise: true } ? new List<double?>() : null)];
        _texts = [.. columns.Select(column => column.IsNumber ? null : new List<string?>())];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
    }

    public override void Number(float value) => _numbers[_column++]!.Add(float.IsNaN(value) ? null : value);

    public override void Precise(double value) => _precise[_column++]!.Add(double.IsNaN(value) ? null : value);

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

    private static DataField FieldOf(OutputColumn column) => column switch
    {
        { IsNumber: false } => new DataField<string>(column.Name),
        { IsPrecise: true } => new DataField<double>(column.Name, true),
        _ => new DataField<float>(column.Name, true),
    };

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            Task written = _numbers[i] is { } numbers ? group.WriteAsync<float>(_fields[i], numbers.ToArray())
                : _precise[i] is { } precise ? group.WriteAsync<double>(_fields[i], precise.ToArray())
                : group.WriteAsync(_fields[i], _texts[i]!);
            written.GetAwaiter().GetResult();
            _numbers[i]?.Clear();
            _precise[i]?.Clear();
            _texts[i]?.Clear();
        }
        _rows = 0;
    }
}
