using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What mlnet-loss data describe prints with --json.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="File">The file.</param>
/// <param name="Format">What it was found to be.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="ColumnCount">The number of columns.</param>
/// <param name="Columns">Its columns; of images only those that are no pixels.</param>
/// <param name="Pixels">Where the pixels lie; null where the rows are no images.</param>
/// <param name="Label">The label; null where none is known.</param>
/// <param name="Classes">How many rows each class of the label has.</param>
internal sealed record DescriptionDocument(
    int SchemaVersion,
    string File,
    string Format,
    int Rows,
    int ColumnCount,
    IReadOnlyList<DescriptionDocument.Column> Columns,
    PixelSummary? Pixels,
    string? Label,
    IReadOnlyList<ValueCount> Classes)
{
    public static DescriptionDocument Of(TableSource source, DataDescription data) => new(
        1,
        Path.GetFullPath(source.Path),
        source.Description,
        data.Rows,
        data.ColumnCount,
        [.. data.Columns.Select(column => new Column(column.Name, ColumnTypes.Text(column.Kind), column.Missing, column.Distinct, column.Numbers, column.Frequent, column.Faulty, column.FirstFault))],
        data.Pixels,
        data.Label,
        data.Classes);

    /// <inheritdoc cref="ColumnSummary"/>
    public sealed record Column(string Name, string Type, int Missing, int Distinct, NumberSummary? Numbers, IReadOnlyList<ValueCount> Frequent, int Faulty, string? FirstFault);
}
