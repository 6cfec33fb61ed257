namespace MLNet.LossExperiments.Reports;

/// <summary>How one class did.</summary>
/// <param name="Class">The class.</param>
/// <param name="Support">The rows that are of it, or their weight.</param>
/// <param name="Predicted">The rows that it was predicted for, or their weight.</param>
/// <param name="Precision">The share of rows that are of it, among those that it was predicted for.</param>
/// <param name="Recall">The share of rows that it was predicted for, among those that are of it.</param>
/// <param name="F1">The harmonic mean of both.</param>
public sealed record ClassFigures(string Class, double Support, double Predicted, MetricEstimate Precision, MetricEstimate Recall, MetricEstimate F1);
