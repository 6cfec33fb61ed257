using System.Reflection;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using MLNet.LossExperiments.Export;
using MLNet.LossExperiments.Export.Protobuf;

namespace MLNet.LossExperiments.Interop;

/// <summary>Writes a model as ONNX: lets each of its steps write itself, then names what it takes and gives.</summary>
internal static class OnnxExporter
{
    private const string Producer = "MLNet.LossExperiments";

    /// <param name="pipeline">The model.</param>
    /// <param name="outputs">The names of the columns to give.</param>
    /// <param name="export">What the model takes and gives.</param>
    /// <exception cref="ModelExportException">A step cannot write itself.</exception>
    public static ModelProto Export(ModelPipeline pipeline, IReadOnlyList<string> outputs, out OnnxExport export)
    {
        var context = new PipelineOnnxContext();
        var plan = pipeline.PlanFor(outputs);
        foreach (DataViewSchema.Column column in plan.Inputs)
        {
            if (!OnnxElements.Has(column.Type.GetItemType().RawType))
                throw new ModelExportException($"The column '{column.Name}' is {column.Type}, which ONNX has no type for. Convert it to a number or to text before the model takes it.");
            if (column.Type is VectorDataViewType { IsKnownSize: false })
                throw new ModelExportException($"The column '{column.Name}' is a vector of no fixed size, which a model in ONNX cannot take.");
            context.AddInput(column.Name, column.Type);
        }
        foreach ((PipelineStep step, IReadOnlySet<string> needed) in plan.Steps)
            Write(step, needed, context);

        DataViewSchema.Column[] columns = [.. outputs.Select(name => pipeline.Outputs[name])];
        string version = typeof(OnnxExporter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        ModelProto model = context.Graph.Build(
            [.. columns.Select(column => (context.GetVariableName(column.Name), PipelineOnnxContext.TensorOf(column.Name, column.Type)))], Producer, version, out export);
        foreach ((DataViewSchema.Column column, OnnxTensor tensor) in columns.Zip(export.Outputs))
        {
            if (SlotNames.Of(column) is { Count: > 0 } names)
                model.MetadataProps.Add(new StringStringEntryProto { Key = $"{tensor.Name}.names", Value = JsonSerializer.Serialize(names) });
        }
        return model;
    }

    private static void Write(PipelineStep step, IReadOnlySet<string> needed, PipelineOnnxContext context)
    {
        foreach ((IDataView source, IDataTransform? transform) in step.Transforms())
        {
            if (transform is not ITransformCanSaveOnnx writable || !writable.CanSaveOnnx(context))
                throw new ModelExportException($"{step.Name}, which makes {Quote(needed)}, has no form in ONNX. Do its work before the model, or leave the column out.");
            try
            {
                context.Write(writable, PipelineStep.AddedBy(source.Schema, transform.Schema));
            }
            catch (Exception e) when (e is not ModelExportException)
            {
                throw new ModelExportException($"{step.Name}, which makes {Quote(needed)}, failed to write itself as ONNX: {e.Message}", e);
            }
        }
        string[] missing = [.. needed.Where(column => !context.IsWritten(column))];
        if (missing.Length > 0)
            throw new ModelExportException($"{step.Name} has no form in ONNX for {Quote(missing)}. Do its work before the model, or leave the column out.");
    }

    private static string Quote(IEnumerable<string> columns) => $"the column {string.Join(", ", columns.Order(StringComparer.Ordinal).Select(name => $"'{name}'"))}";
}
