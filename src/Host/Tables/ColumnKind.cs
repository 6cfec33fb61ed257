namespace MLNet.LossExperiments.Host.Tables;

/// <summary>What the values of a column are.</summary>
internal enum ColumnKind
{
    /// <summary>Numbers; ML.NET sees <see cref="float"/>, NaN where missing.</summary>
    Number,

    /// <summary>Words for categories, truth values included; ML.NET sees text, empty where missing.</summary>
    Category,
}
