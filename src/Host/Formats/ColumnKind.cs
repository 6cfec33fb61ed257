namespace MLNet.LossExperiments.Host.Formats;

/// <summary>What the values of a column are.</summary>
internal enum ColumnKind
{
    /// <summary>Numbers; ML.NET sees <see cref="float"/>, NaN where missing.</summary>
    Number,

    /// <summary>Words for categories; ML.NET sees text, empty where missing.</summary>
    Category,

    /// <summary>Two truth values, however they are spelt; ML.NET sees text, empty where missing.</summary>
    Boolean,

    /// <summary>Dates, with or without a time of day; ML.NET sees text, empty where missing.</summary>
    Date,
}
