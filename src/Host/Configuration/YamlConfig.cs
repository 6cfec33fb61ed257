using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MLNet.LossExperiments.Host.Configuration;

/// <summary>Reads YAML, with the place of everything in it. Numbers stay as they are written: what they mean is for the option to say.</summary>
internal sealed class YamlConfig
{
    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];

    private readonly string _file;
    private readonly Parser _parser;

    private YamlConfig(string file, string text)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <exception cref="CommandException">It is no YAML, or more than one document.</exception>
    public static ConfigNode Read(string file, string text)
    {
        try
        {
            return new YamlConfig(file, text).ReadDocument();
        }
        catch (YamlException e)
        {
            throw ConfigFault.At(file, (int)e.Start.Line, (int)e.Start.Column, $"this is no YAML. {e.Message.TrimEnd('.')}.");
        }
    }

    private ConfigNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return new ConfigNode.Nothing(1, 1);
        _parser.Consume<DocumentStart>();
        ConfigNode node = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out _) ? throw Fault(_parser.Current!, "a second document begins. A config file holds one.") : node;
    }

    private ConfigNode ReadNode(int depth)
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        (int line, int column) = ((int)next.Start.Line, (int)next.Start.Column);
        if (depth > ConfigFault.MostDepth)
            throw ConfigFault.TooDeep(_file, line, column);
        switch (next)
        {
            case SequenceStart:
                var items = new List<ConfigNode>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                    items.Add(ReadNode(depth + 1));
                return new ConfigNode.Sequence(items, line, column);
            case MappingStart:
                var entries = new List<ConfigEntry>();
                while (!_parser.TryConsume<MappingEnd>(out _))
                    entries.Add(ReadEntry(depth + 1));
                return new ConfigNode.Group(entries, line, column);
            case Scalar { Style: ScalarStyle.Plain } scalar when Nulls.Contains(scalar.Value):
                return new ConfigNode.Nothing(line, column);
            case Scalar scalar:
                return new ConfigNode.Scalar(scalar.Value, line, column);
            default:
                throw Fault(next, "a reference to another place (*name) is not understood here. Write the value itself.");
        }
    }

    private ConfigEntry ReadEntry(int depth)
    {
        ParsingEvent next = _parser.Current!;
        ConfigNode key = ReadNode(depth);
        return key is ConfigNode.Scalar name
            ? new ConfigEntry(name.Text, ReadNode(depth), key.Line, key.Column)
            : throw Fault(next, $"the name of an option was expected, but here is {key.Kind}.");
    }

    private CommandException Fault(ParsingEvent at, string sentence) => ConfigFault.At(_file, (int)at.Start.Line, (int)at.Start.Column, sentence);
}
