namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>A file of a public data set that is now there.</summary>
/// <param name="File">Which.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Source">Where it came from; null if it was there already.</param>
internal sealed record FetchedFile(PublicFile File, string Path, string? Source);
