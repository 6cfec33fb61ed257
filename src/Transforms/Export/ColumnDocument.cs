namespace MLNet.LossExperiments.Export;

/// <summary>A column in the JSON document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values: float, string, bool, ….</param>
/// <param name="Size">1 for a single value, the length of a vector, 0 for a vector of no fixed length.</param>
internal sealed record ColumnDocument(string Name, string Type, int Size);
