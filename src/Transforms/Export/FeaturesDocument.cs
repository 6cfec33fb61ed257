namespace MLNet.LossExperiments.Export;

/// <summary>The vector that a network takes, in the JSON document.</summary>
/// <param name="Column">The name of its column.</param>
/// <param name="Count">Its length.</param>
/// <param name="Names">What its slots are called; empty where they have no names.</param>
internal sealed record FeaturesDocument(string Column, int Count, IReadOnlyList<string> Names);
