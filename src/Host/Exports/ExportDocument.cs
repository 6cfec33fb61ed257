using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Export;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>What export --json prints: what was written.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="Command">The command.</param>
/// <param name="Format">onnx, csharp or json.</param>
/// <param name="Model">The model file.</param>
/// <param name="Output">The file or folder that was written.</param>
/// <param name="Files">All files that were written.</param>
/// <param name="Inputs">The columns that the model takes.</param>
/// <param name="Outputs">The columns that it gives.</param>
/// <param name="OperatorSet">For ONNX the version of the operators; null for others.</param>
/// <param name="Rows">How many rows it takes at once: null for any number.</param>
internal sealed record ExportDocument(
    int SchemaVersion,
    string Command,
    string Format,
    string Model,
    string Output,
    IReadOnlyList<string> Files,
    IReadOnlyList<ExportDocument.Column> Inputs,
    IReadOnlyList<ExportDocument.Column> Outputs,
    int? OperatorSet,
    int? Rows)
{
    /// <summary>A column: its name, the type of its values as the format calls it, and its dimensions without that of the rows.</summary>
    internal sealed record Column(string Name, string Type, IReadOnlyList<long> Dimensions)
    {
        public static Column Of(OnnxTensor tensor) => new(tensor.Name, tensor.ElementType, tensor.Dimensions);

        public static Column Of(DataViewSchema.Column column) =>
            new(column.Name, CSharpColumn.KeywordOf(column), column.Type is VectorDataViewType vector ? [.. vector.Dimensions.Select(size => (long)size)] : [1]);

        public override string ToString() => Dimensions is [1] ? $"{Name}: {Type}" : $"{Name}: {Type}[{string.Join(", ", Dimensions)}]";
    }
}
