using System.Text.Encodings.Web;
using System.Text.Json;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Writes a JSON object for each row; null where there is no value.</summary>
internal sealed class JsonLinesWriter : TableWriter
{
    private const int MostHeld = 1 << 16;

    private readonly Stream _stream;
    private readonly JsonEncodedText[] _names;
    private readonly MemoryStream _held = new();
    private readonly Utf8JsonWriter _json;
    private int _column;

    public JsonLinesWriter(Stream stream, IReadOnlyList<OutputColumn> columns)
    {
        _stream = stream;
        _names = [.. columns.Select(column => JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        _json = new Utf8JsonWriter(_held, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public override void Number(float value)
    {
        Begin();
        if (float.IsFinite(value))
            _json.WriteNumberValue(value);
        else
            _json.WriteNullValue();
    }

    public override void Precise(double value)
    {
        Begin();
        if (double.IsFinite(value))
            _json.WriteNumberValue(value);
        else
            _json.WriteNullValue();
    }

    public override void Text(ReadOnlySpan<char> value)
    {
        Begin();
        if (value.IsEmpty)
            _json.WriteNullValue();
        else
            _json.WriteStringValue(value);
    }

    public override void EndRow()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _held.WriteByte((byte)'\n');
        _column = 0;
        if (_held.Length >= MostHeld)
            Complete();
    }

    public override void Complete()
    {
        _held.WriteTo(_stream);
        _held.SetLength(0);
        _stream.Flush();
    }

    protected override void Dispose(bool isDisposing)
    {
        _json.Dispose();
        base.Dispose(isDisposing);
    }

    private void Begin()
    {
        if (_column == 0)
            _json.WriteStartObject();
        _json.WritePropertyName(_names[_column++]);
    }
}
