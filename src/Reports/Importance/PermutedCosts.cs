namespace MLNet.LossExperiments.Reports;

/// <summary>Scores rows, the values of one feature being those of other rows.</summary>
/// <param name="feature">The feature; null for none, every row having its own values.</param>
/// <param name="rows">The rows to score.</param>
/// <param name="sources">For each of them, the row whose value of the feature it gets.</param>
/// <returns>The cost of each of the rows: lower is better.</returns>
public delegate IReadOnlyList<double> PermutedCosts(int? feature, IReadOnlyList<int> rows, IReadOnlyList<int> sources);
