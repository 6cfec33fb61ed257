using System.Text.Json;

namespace MLNet.LossExperiments.Host.Formats;

/// <summary>Reads JSON objects line by line. Blank lines are passed over.</summary>
internal sealed class JsonLinesRows : RowReader
{
    private readonly string _name;
    private readonly StreamReader _reader;
    private readonly Dictionary<string, int> _places;
    private readonly JsonElement[] _values;
    private readonly CellFormat _numbers;
    private JsonDocument? _row;
    private int _place;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="stream">The file; disposed with the rows.</param>
    /// <param name="columns">The keys whose values are wanted.</param>
    /// <param name="cells">What texts mean.</param>
    public JsonLinesRows(string name, Stream stream, IReadOnlyList<string> columns, CellFormat cells)
        : base(cells)
    {
        _name = name;
        // Numbers, unlike texts, are written in one way.
        _numbers = new CellFormat('.', cells.MissingMarkers);
        _reader = new StreamReader(stream);
        _places = columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        _values = new JsonElement[columns.Count];
    }

    public override int Place => _place;

    /// <summary>The keys of the current row.</summary>
    public IEnumerable<string> Keys => _row!.RootElement.EnumerateObject().Select(property => property.Name);

    public override bool Read()
    {
        string? line;
        do
        {
            line = _reader.ReadLine();
            _place++;
        }
        while (line is not null && string.IsNullOrWhiteSpace(line));
        if (line is null)
            return false;
        Parse(line);
        Array.Clear(_values);
        foreach (JsonProperty property in _row!.RootElement.EnumerateObject())
        {
            if (_places.TryGetValue(property.Name, out int column))
                _values[column] = Check(property);
        }
        return true;
    }

    public override string TextOf(int column) => _values[column].ValueKind switch
    {
        JsonValueKind.String => _values[column].GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => _values[column].GetRawText(),
    };

    public override bool IsMissing(int column) => _values[column].ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.Number => _numbers.IsMissing(_values[column].GetRawText()),
        _ => base.IsMissing(column),
    };

    public override bool IsNumberWithOtherMark(int column) => _values[column].ValueKind == JsonValueKind.String && base.IsNumberWithOtherMark(column);

    public override bool TryReadNumber(int column, out float number)
    {
        if (_values[column].ValueKind != JsonValueKind.Number)
            return base.TryReadNumber(column, out number);
        string text = _values[column].GetRawText();
        if (!_numbers.IsMissing(text))
            return _numbers.TryReadNumber(text, out number);
        number = float.NaN;
        return true;
    }

    public override bool TryReadPrecise(int column, out double number)
    {
        number = double.NaN;
        return _values[column].ValueKind == JsonValueKind.Number
            ? !IsMissing(column) && _numbers.TryReadPrecise(_values[column].GetRawText(), out number)
            : base.TryReadPrecise(column, out number);
    }

    protected override void Dispose(bool isDisposing)
    {
        _row?.Dispose();
        _reader.Dispose();
    }

    private void Parse(string line)
    {
        _row?.Dispose();
        try
        {
            _row = JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw CommandException.Failure($"{_name}, line {_place}: this is not JSON ({e.Message.Split(" LineNumber")[0].TrimEnd('.')}). Each line must be one object, such as {{\"x\": 1.5, \"color\": \"red\"}}.", e);
        }
        if (_row.RootElement.ValueKind != JsonValueKind.Object)
            throw CommandException.Failure($"{_name}, line {_place}: {CellText.Quote(line)} is not an object. Each line must be one, such as {{\"x\": 1.5, \"color\": \"red\"}}; a file that is one array can be brought into that form by jq -c '.[]'.");
    }

    private JsonElement Check(JsonProperty property) => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? throw CommandException.Failure($"{_name}, line {_place}, column '{property.Name}': {CellText.Quote(property.Value.GetRawText())} is not a single value. Allowed are numbers, texts, true, false and null.")
        : property.Value;
}
