using System.Text;
using System.Text.Json;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>Reads JSON, with the place of everything in it. Comments and commas before a closing bracket are let pass.</summary>
internal ref struct JsonConfig
{
    private readonly string _file;
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _reader;

    private JsonConfig(string file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _text = text;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = ConfigFault.MostDepth });
    }

    /// <exception cref="CommandException">It is no JSON.</exception>
    public static ConfigNode Read(string file, string text)
    {
        try
        {
            var json = new JsonConfig(file, Encoding.UTF8.GetBytes(text));
            json._reader.Read();
            ConfigNode node = json.ReadNode();
            json._reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            throw ConfigFault.At(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, $"this is no JSON. {e.Message.Split(" LineNumber:")[0]}");
        }
    }

    private ConfigNode ReadNode()
    {
        (int line, int column) = Place();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<ConfigNode>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadNode());
                return new ConfigNode.Sequence(items, line, column);
            case JsonTokenType.StartObject:
                var entries = new List<ConfigEntry>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
                    entries.Add(ReadEntry());
                return new ConfigNode.Group(entries, line, column);
            case JsonTokenType.Null:
                return new ConfigNode.Nothing(line, column);
            case JsonTokenType.String:
                return new ConfigNode.Scalar(_reader.GetString()!, line, column);
            default:
                return new ConfigNode.Scalar(Encoding.UTF8.GetString(_reader.ValueSpan), line, column);
        }
    }

    private ConfigEntry ReadEntry()
    {
        string key = _reader.GetString()!;
        (int line, int column) = Place();
        _reader.Read();
        return new ConfigEntry(key, ReadNode(), line, column);
    }

    private readonly (int Line, int Column) Place()
    {
        ReadOnlySpan<byte> before = _text[..(int)_reader.TokenStartIndex];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
