namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>How a check came out.</summary>
internal enum CheckStatus
{
    Ok,

    /// <summary>Everything works, but not as well as it could.</summary>
    Warn,

    /// <summary>Nothing can be trained.</summary>
    Fail,
}
