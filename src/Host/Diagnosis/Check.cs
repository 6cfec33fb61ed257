namespace MLNet.LossExperiments.Host.Diagnosis;

/// <summary>Something that was checked.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Finding">What was found, in a sentence.</param>
/// <param name="Remedy">What to do; null where nothing is to be done.</param>
internal sealed record Check(string Name, CheckStatus Status, string Finding, string? Remedy = null);
