using MathNet.Numerics.Distributions;

namespace MLNet.LossExperiments.Reports;

/// <summary>The errors of some rows that are neighbours by label or by prediction.</summary>
/// <param name="From">The least label or prediction of the group.</param>
/// <param name="To">The greatest.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="MeanActual">The mean label.</param>
/// <param name="MeanPredicted">The mean prediction.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="Low">The lower end of its interval, from its standard error; NaN for one row.</param>
/// <param name="High">The upper end.</param>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
public sealed record ErrorGroup(double From, double To, int Rows, double MeanActual, double MeanPredicted, double MeanAbsoluteError, double Low, double High, double RootMeanSquaredError)
{
    private const int Groups = 10;

    internal static IReadOnlyList<ErrorGroup> By(double[] keys, RegressionRows rows, double confidence)
    {
        double[] sorted = [.. keys];
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(sorted, order);
        var groups = new List<ErrorGroup>();
        int start = 0;
        for (int group = 1; group <= Groups; group++)
        {
            int end = (int)((long)sorted.Length * group / Groups);
            while (end > 0 && end < sorted.Length && sorted[end] == sorted[end - 1])
                end++;
            if (end > start)
                groups.Add(Of(sorted[start], sorted[end - 1], order.AsSpan(start, end - start), rows, confidence));
            start = Math.Max(start, end);
        }
        return groups;
    }

    private static ErrorGroup Of(double from, double to, ReadOnlySpan<int> own, RegressionRows rows, double confidence)
    {
        double total = 0, squaredWeights = 0, actual = 0, predicted = 0, absolute = 0, squared = 0;
        foreach (int row in own)
        {
            double weight = rows.Weights?[row] ?? 1, residual = rows.Residuals[row];
            total += weight;
            squaredWeights += weight * weight;
            actual += weight * rows.Actual[row];
            predicted += weight * rows.Predicted[row];
            absolute += weight * Math.Abs(residual);
            squared += weight * residual * residual;
        }
        double mean = absolute / total, effective = total * total / squaredWeights;
        double variance = Math.Max(0, squared / total - mean * mean) * effective / (effective - 1);
        double half = effective > 1 ? Normal.InvCDF(0, 1, (1 + confidence) / 2) * Math.Sqrt(variance / effective) : double.NaN;
        return new ErrorGroup(from, to, own.Length, actual / total, predicted / total, mean, Math.Max(0, mean - half), mean + half, Math.Sqrt(squared / total));
    }
}
