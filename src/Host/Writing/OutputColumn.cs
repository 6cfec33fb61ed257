namespace MLNet.LossExperiments.Host.Writing;

/// <summary>A column that is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNumber">Whether it holds numbers, NaN where there is none; otherwise texts.</param>
/// <param name="IsPrecise">Whether its numbers come with 64 bits, as numbers that are copied do.</param>
internal sealed record OutputColumn(string Name, bool IsNumber, bool IsPrecise = false);
