using Google.Protobuf;
using Microsoft.ML.Model.OnnxConverter;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Export.Protobuf;
using AttributeType = MLNet.LossExperiments.Export.Protobuf.AttributeProto.Types.AttributeType;

namespace MLNet.LossExperiments.Interop;

/// <summary>An operator to which one of ML.NET's transforms adds attributes.</summary>
internal sealed class PipelineOnnxNode(NodeProto node) : OnnxNode
{
    public override void AddAttribute(string argName, double value) => Add(argName, AttributeType.Float, attribute => attribute.F = (float)value);

    public override void AddAttribute(string argName, long value) => Add(argName, AttributeType.Int, attribute => attribute.I = value);

    public override void AddAttribute(string argName, bool value) => AddAttribute(argName, value ? 1L : 0L);

    public override void AddAttribute(string argName, Type t) => AddAttribute(argName, (long)OnnxElements.Of(t));

    public override void AddAttribute(string argName, string value) => Add(argName, AttributeType.String, attribute => attribute.S = ByteString.CopyFromUtf8(value));

    public override void AddAttribute(string argName, ReadOnlyMemory<char> value) => AddAttribute(argName, value.ToString());

    public override void AddAttribute(string argName, IEnumerable<float> value) => Add(argName, AttributeType.Floats, attribute => attribute.Floats.AddRange(value));

    public override void AddAttribute(string argName, IEnumerable<double> value) => AddAttribute(argName, value.Select(number => (float)number));

    public override void AddAttribute(string argName, IEnumerable<long> value) => Add(argName, AttributeType.Ints, attribute => attribute.Ints.AddRange(value));

    public override void AddAttribute(string argName, IEnumerable<bool> value) => AddAttribute(argName, value.Select(truth => truth ? 1L : 0L));

    public override void AddAttribute(string argName, IEnumerable<string> value) =>
        Add(argName, AttributeType.Strings, attribute => attribute.Strings.AddRange(value.Select(ByteString.CopyFromUtf8)));

    public override void AddAttribute(string argName, string[] value) => AddAttribute(argName, value.AsEnumerable());

    public override void AddAttribute(string argName, IEnumerable<ReadOnlyMemory<char>> value) => AddAttribute(argName, value.Select(text => text.ToString()));

    private void Add(string name, AttributeType type, Action<AttributeProto> set)
    {
        var attribute = new AttributeProto { Name = name, Type = type };
        set(attribute);
        node.Attribute.Add(attribute);
    }
}
