namespace MLNet.LossExperiments.Host.Writing;

/// <summary>A format that tables are written in.</summary>
internal enum TableFormat
{
    /// <summary>Values with commas between them.</summary>
    Csv,

    /// <summary>Values with tabs between them.</summary>
    Tsv,

    /// <summary>A JSON object on each line.</summary>
    Jsonl,

    /// <summary>Parquet.</summary>
    Parquet,
}
