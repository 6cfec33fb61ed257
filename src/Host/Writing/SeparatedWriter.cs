using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Writes CSV (RFC 4180) or TSV, in UTF-8.</summary>
internal sealed class SeparatedWriter : TableWriter
{
    private const int LongestNumber = 32;

    private readonly StreamWriter _writer;
    private readonly char _separator;
    private readonly SearchValues<char> _special;
    private bool _isFirst = true;

    public SeparatedWriter(Stream stream, char separator, IReadOnlyList<OutputColumn> columns)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        _separator = separator;
        _special = SearchValues.Create([separator, '"', '\n', '\r']);
        foreach (OutputColumn column in columns)
            Text(column.Name);
        EndRow();
    }

    public override void Number(float value)
    {
        Separate();
        if (float.IsNaN(value))
            return;
        Span<char> text = stackalloc char[LongestNumber];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        _writer.Write(text[..length]);
    }

    public override void Precise(double value)
    {
        Separate();
        if (double.IsNaN(value))
            return;
        Span<char> text = stackalloc char[LongestNumber];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        _writer.Write(text[..length]);
    }

    public override void Text(ReadOnlySpan<char> value)
    {
        Separate();
        bool needsQuotes = value.ContainsAny(_special) || (value.Length > 0 && (value[0] == ' ' || value[^1] == ' '));
        if (!needsQuotes)
        {
            _writer.Write(value);
            return;
        }
        _writer.Write('"');
        _writer.Write(value.ToString().Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }

    public override void EndRow()
    {
        _writer.WriteLine();
        _isFirst = true;
    }

    public override void Complete() => _writer.Flush();

    private void Separate()
    {
        if (!_isFirst)
            _writer.Write(_separator);
        _isFirst = false;
    }
}
