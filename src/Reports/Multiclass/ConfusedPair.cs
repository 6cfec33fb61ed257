namespace MLNet.LossExperiments.Reports;

/// <summary>A class that is taken for another.</summary>
/// <param name="Actual">The true class.</param>
/// <param name="Predicted">The class that was predicted.</param>
/// <param name="Weight">The rows that it happened to, or their weight.</param>
/// <param name="ShareOfActual">The share of the true class that it happened to.</param>
/// <param name="Examples">Numbers in the data, from 0, of some of the rows, the most confident mistake first.</param>
public sealed record ConfusedPair(string Actual, string Predicted, double Weight, double ShareOfActual, IReadOnlyList<int> Examples);
