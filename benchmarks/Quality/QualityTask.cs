/// <summary>What is learned.</summary>
internal enum QualityTask
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>Two classes.</summary>
    Binary,

    /// <summary>More classes.</summary>
    Multiclass,
}
