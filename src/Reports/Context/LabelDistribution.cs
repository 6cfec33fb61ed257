namespace MLNet.LossExperiments.Reports;

/// <summary>How labels are distributed in each part of the data: by class, or for numbers in bins that all parts share.</summary>
/// <param name="Classes">The classes, in the order of the counts; empty where the label is a number.</param>
/// <param name="Edges">The edges of the bins, one more than there are bins; empty where the label is a class.</param>
/// <param name="Parts">The counts of each part.</param>
public sealed record LabelDistribution(IReadOnlyList<string> Classes, IReadOnlyList<double> Edges, IReadOnlyList<LabelCounts> Parts);
