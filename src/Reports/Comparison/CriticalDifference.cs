namespace MLNet.LossExperiments.Reports;

/// <summary>Which losses cannot be told apart by their ranks on the splits (Demšar 2006): the test of Friedman, and Nemenyi's critical difference. It takes splits for independent, which those of one data set are not quite.</summary>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Splits">The number of splits on which losses were ranked.</param>
/// <param name="Names">The losses, the best mean rank first.</param>
/// <param name="MeanRanks">The mean rank of each, from 1.</param>
/// <param name="FriedmanPValue">The probability of ranks that differ so much if all losses were alike.</param>
/// <param name="Difference">The difference of mean ranks from which on two losses differ by more than chance, at the level of 5 %.</param>
/// <param name="Groups">The losses that cannot be told apart, by their places in <see cref="Names"/>: longest groups only, each from the best to the worst.</param>
public sealed record CriticalDifference(
    string Metric,
    int Splits,
    IReadOnlyList<string> Names,
    IReadOnlyList<double> MeanRanks,
    double FriedmanPValue,
    double Difference,
    IReadOnlyList<IReadOnlyList<int>> Groups);
