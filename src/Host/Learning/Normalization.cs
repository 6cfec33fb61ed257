namespace MLNet.LossExperiments.Host.Learning;

/// <summary>How numbers are brought to a common scale before a network sees them.</summary>
internal enum Normalization
{
    /// <summary>None with batch normalisation, which does the job; otherwise <see cref="Standardize"/>.</summary>
    Auto,

    /// <summary>To mean 0 and variance 1.</summary>
    Standardize,

    /// <summary>To [0, 1].</summary>
    MinMax,

    /// <summary>By median and quartiles, which outliers do not move.</summary>
    Robust,

    /// <summary>As they are.</summary>
    None,
}
