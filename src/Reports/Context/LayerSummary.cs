namespace MLNet.LossExperiments.Reports;

/// <summary>A layer of a network.</summary>
/// <param name="Name">What it is: <c>hidden 1</c>, <c>output</c>.</param>
/// <param name="Inputs">The number of its inputs.</param>
/// <param name="Outputs">The number of its outputs.</param>
/// <param name="Activation">What follows it; null for nothing.</param>
/// <param name="Parameters">The number of its weights and biases.</param>
public sealed record LayerSummary(string Name, int Inputs, int Outputs, string? Activation, long Parameters);
