using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Writing;

/// <summary>Chooses formats and makes their writers.</summary>
internal static class TableFormats
{
    private static readonly Dictionary<string, TableFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = TableFormat.Csv,
        [".tsv"] = TableFormat.Tsv,
        [".tab"] = TableFormat.Tsv,
        [".jsonl"] = TableFormat.Jsonl,
        [".ndjson"] = TableFormat.Jsonl,
        [".parquet"] = TableFormat.Parquet,
    };

    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="CommandException">It asks for none.</exception>
    public static TableFormat Of(string path) => ByExtension.TryGetValue(Path.GetExtension(path), out TableFormat format)
        ? format
        : throw CommandException.Usage($"The name {path} does not say in which format to write. Allowed are {string.Join(", ", ByExtension.Keys)}, or any name together with --format {SettingText.NamesOf<TableFormat>().Replace(", ", "|", StringComparison.Ordinal)}.");

    /// <summary>Makes a writer.</summary>
    /// <param name="format">The format.</param>
    /// <param name="stream">Where it writes to; stays open.</param>
    /// <param name="columns">The columns.</param>
    public static TableWriter Create(TableFormat format, Stream stream, IReadOnlyList<OutputColumn> columns) => format switch
    {
        TableFormat.Csv => new SeparatedWriter(stream, ',', columns),
        TableFormat.Tsv => new SeparatedWriter(stream, '\t', columns),
        TableFormat.Jsonl => new JsonLinesWriter(stream, columns),
        TableFormat.Parquet => new ParquetTableWriter(stream, columns),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
