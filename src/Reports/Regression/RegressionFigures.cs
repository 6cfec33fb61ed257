namespace MLNet.LossExperiments.Reports;

/// <summary>The metrics of a regression.</summary>
internal sealed class RegressionFigures
{
    private static readonly MetricDefinition[] Always =
    [
        new("rmse", "RMSE", false, "Typical size of an error, in units of the label; large errors count more than small ones.", "No row could be evaluated."),
        new("mae", "MAE", false, "Mean size of an error, in units of the label.", "No row could be evaluated."),
        new("median-ae", "Median error", false, "Half of the errors are smaller than this, in units of the label; outliers do not matter.", "No row could be evaluated."),
        new("mse", "MSE", false, "Mean of the squared errors, in squared units of the label.", "No row could be evaluated."),
        new("r2", "R²", true, "Share of the label's variance that the predictions explain: 1 is perfect, 0 as good as always predicting the mean.", "The labels do not differ, so there is no variance to explain."),
        new("mape", "MAPE", false, "Mean error as a share of the label; rows whose label is 0 do not count.", "Every label is 0, and nothing is a share of 0."),
        new("bias", "Mean error", null, "Mean of label minus prediction: above 0 predictions are too low on average, below 0 too high.", "No row could be evaluated."),
    ];

    private static readonly MetricDefinition Pinball = new("pinball", "Pinball loss", false, "Mean cost of the predicted quantiles, over all their levels; only true quantiles make it least.", "No row could be evaluated.");

    private static readonly MetricDefinition Likelihood = new("gaussian-nll", "Gaussian NLL", false, "How surprising the labels are under the predicted means and variances, in nats a row: the less the better.", "A predicted variance is 0, under which a label off the prediction is impossible.");

    private readonly double[]? _weights;
    private readonly double[] _absolute;
    private readonly CountedSums _sums;
    private readonly int _sumCount;

    // Rows in the order of their absolute errors, so that medians are found by counting.
    private RegressionFigures(RegressionRows rows)
    {
        double[] absolute = [.. rows.Residuals.Select(Math.Abs)];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(absolute, order);
        _absolute = absolute;
        _weights = rows.Weights?.Pick(order);
        double[] errors = rows.Residuals.Pick(order), labels = rows.Actual.Pick(order);
        // About a label, so that variances lose no digits, and are 0 exactly where all labels are one.
        double middle = rows.Count == 0 ? 0 : NumberSummary.Of(labels).Median;
        double[] centred = [.. labels.Select(label => label - middle)];
        double[][] columns =
        [
            absolute,
            errors,
            [.. errors.Select(error => error * error)],
            centred,
            [.. centred.Select(label => label * label)],
            [.. labels.Zip(absolute, (label, error) => label == 0 ? 0 : error / Math.Abs(label))],
            [.. labels.Select(label => label == 0 ? 0.0 : 1.0)],
            .. ExtraColumns(rows, order),
        ];
        _sums = new CountedSums(_weights, columns);
        _sumCount = columns.Length;
    }

    public static MetricEstimate[] Measure(RegressionRows rows, EvaluationOptions options)
    {
        var figures = new RegressionFigures(rows);
        MetricDefinition[] definitions = [.. Always, .. rows.Quantiles is null ? [] : new[] { rows.Quantiles.Variances is null ? Pinball : Likelihood }];
        Bootstrap bootstrap = Bootstrap.Run(rows.Count, definitions.Length, figures.Measure, options.Bootstrap, options.ResampleTaken, options.CancellationToken);
        return [.. definitions.Select((definition, i) => bootstrap.Estimate(i, definition))];
    }

    private void Measure(ReadOnlySpan<byte> counts, Span<double> figures)
    {
        Span<double> sums = stackalloc double[_sumCount];
        double total = _sums.Add(counts, sums);
        double squared = sums[2] / total, meanLabel = sums[3] / total, variance = sums[4] / total - meanLabel * meanLabel;
        figures[0] = Math.Sqrt(squared);
        figures[1] = sums[0] / total;
        figures[2] = MedianError(counts, total);
        figures[3] = squared;
        figures[4] = variance > 1e-12 * sums[4] / total ? 1 - squared / variance : double.NaN;
        figures[5] = sums[5] / sums[6];
        figures[6] = sums[1] / total;
        if (figures.Length > Always.Length)
            figures[^1] = sums[^1] / total;
    }

    private double MedianError(ReadOnlySpan<byte> counts, double total)
    {
        double half = total / 2, sum = 0, below = double.NaN;
        for (int row = 0; row < counts.Length; row++)
        {
            double weight = _weights is null ? counts[row] : counts[row] * _weights[row];
            if (weight == 0)
                continue;
            if (!double.IsNaN(below))
                return (below + _absolute[row]) / 2;
            sum += weight;
            if (sum > half)
                return _absolute[row];
            if (sum == half)
                below = _absolute[row];
        }
        return below;
    }

    private static IEnumerable<double[]> ExtraColumns(RegressionRows rows, int[] order)
    {
        if (rows.Quantiles is not { } quantiles)
            yield break;
        yield return quantiles.Variances is { } variances
            ? [.. order.Select(row => variances[row] > 0 ? 0.5 * (Math.Log(2 * Math.PI * variances[row]) + rows.Residuals[row] * rows.Residuals[row] / variances[row]) : double.NaN)]
            : [.. order.Select(row => Enumerable.Range(0, quantiles.Levels.Count).Average(level => IntervalEvaluation.PinballLoss(rows.Actual[row] - quantiles.Of(row, level), quantiles.Levels[level])))];
    }
}
