namespace MLNet.LossExperiments.Tuning;

/// <summary>What a search for a batch size found.</summary>
/// <param name="Points">The sizes tried, ascending.</param>
/// <param name="Suggestion">The smallest batch size that is at least 80 % as fast as the fastest: larger batches take fewer, less noisy steps in an epoch but bring no more speed.</param>
/// <param name="RanOutOfMemory">Whether the next larger size did not fit into the device's memory.</param>
public sealed record BatchSizeCurve(IReadOnlyList<BatchSizePoint> Points, int Suggestion, bool RanOutOfMemory);
