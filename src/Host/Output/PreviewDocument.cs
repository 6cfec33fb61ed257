using MLNet.LossExperiments.Host.Formats;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>What mlnet-loss data preview prints with --json.</summary>
/// <param name="SchemaVersion">Is raised when a reader of an older document would misunderstand.</param>
/// <param name="File">The file.</param>
/// <param name="Format">What it was found to be.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">The texts of the first rows, in the order of the columns, as they stand in the file.</param>
internal sealed record PreviewDocument(int SchemaVersion, string File, string Format, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    public static PreviewDocument Of(TableSource source, IReadOnlyList<string[]> rows) => new(1, Path.GetFullPath(source.Path), source.Description, source.ColumnNames, rows);
}
