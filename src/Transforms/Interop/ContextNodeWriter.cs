using System.Diagnostics;
using Microsoft.ML.Model.OnnxConverter;
using MLNet.LossExperiments.Export;

namespace MLNet.LossExperiments.Interop;

/// <summary>Adds operators through ML.NET's own interface, so that a model also goes through Microsoft's converter where an application has it.</summary>
internal sealed class ContextNodeWriter(OnnxContext context) : OnnxNodeWriter
{
    public override string Constant(float value) => context.AddInitializer(value, "number");

    public override string Constant(ReadOnlySpan<float> values, params long[] dimensions) => context.AddInitializer(values.ToArray(), dimensions, "weights");

    public override string Constant(long value) => context.AddInitializer(value, "integer");

    public override string Constants(params long[] values) => context.AddInitializer(values, [values.Length], "integers");

    private protected override string NewVariable(string prefix) => context.AddIntermediateVariable(null, prefix, skip: true);

    private protected override void Write(string operation, string[] inputs, string[] outputs, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        OnnxNode node = context.CreateNode(operation, inputs, outputs, context.GetNodeName(operation), "");
        foreach ((string name, object value) in attributes)
        {
            switch (value)
            {
                case long number:
                    node.AddAttribute(name, number);
                    break;
                case double number:
                    node.AddAttribute(name, number);
                    break;
                case long[] numbers:
                    node.AddAttribute(name, numbers);
                    break;
                case Type type:
                    node.AddAttribute(name, type);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }
}
