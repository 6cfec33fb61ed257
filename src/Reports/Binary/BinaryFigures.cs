using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Reports;

/// <summary>The metrics of two classes.</summary>
internal sealed class BinaryFigures
{
    private const string NoRow = "No row could be evaluated.";
    private const string OneClass = "There are rows of one class only.";
    private const string NoPositive = "There is no positive row.";

    private static readonly MetricDefinition[] Always =
    [
        new("accuracy", "Accuracy", true, "Share of rows whose class is predicted rightly.", NoRow),
        new("balanced-accuracy", "Balanced accuracy", true, "Mean of the shares of positive and of negative rows that are predicted rightly; 0.5 is chance.", OneClass),
        new("auc", "AUC", true, "Probability that a positive row scores above a negative one; 0.5 is chance.", OneClass),
        new("average-precision", "Average precision", true, "Precision, averaged over all recalls (area under the precision-recall steps); chance is the share of positive rows.", NoPositive),
        new("f1", "F1", true, "Harmonic mean of precision and recall.", "No row is positive, nor called so."),
        new("precision", "Precision", true, "Share of rows called positive that are.", "No row is called positive."),
        new("recall", "Recall", true, "Share of positive rows that are called so.", NoPositive),
        new("specificity", "Specificity", true, "Share of negative rows that are called so.", "There is no negative row."),
        new("mcc", "MCC", true, "Correlation of label and prediction (Matthews): 1 is perfect, 0 is chance, whatever the shares of the classes.", "All rows are, or are called, of one class."),
    ];

    private static readonly MetricDefinition[] OfProbabilities =
    [
        new("log-loss", "Log-loss", false, "How surprising the labels are under the predicted probabilities, in nats a row: 0 is perfect, 0.693 is a coin. No row costs more than 15.9: probabilities below 1.2e-7 count as that.", NoRow),
        new("log-loss-reduction", "Log-loss reduction", true, "Share of the log-loss of always predicting the share of positive rows that the probabilities save: 1 is perfect, 0 is no better than that share.", OneClass),
        new("brier", "Brier score", false, "Mean squared error of the probabilities: 0 is perfect, 0.25 is a coin.", NoRow),
        new("ece", "ECE", false, "How far probabilities are from how often the positive class came: root mean square over bins of similar probabilities, without what chance adds. 0 is perfect.", CalibrationTable.WhyNoError),
    ];

    private readonly BinaryRows _rows;
    private readonly double[] _positive;
    private readonly bool[] _endsGroup;
    private readonly int _calledPositive;
    private readonly CountedSums _sums;
    private readonly double[] _gaps = [];
    private readonly int[] _binOf = [];
    private readonly int _bins;

    private BinaryFigures(BinaryRows rows, int bins)
    {
        _rows = rows;
        _positive = [.. rows.IsPositive.Select(isPositive => isPositive ? 1.0 : 0.0)];
        _endsGroup = new bool[rows.Count];
        foreach (int end in rows.GroupEnds)
            _endsGroup[end - 1] = true;
        _calledPositive = rows.RowsAbove(rows.Source.EffectiveThreshold);
        if (!rows.Source.HasProbabilities)
        {
            _sums = new CountedSums(rows.Weights);
            return;
        }
        _gaps = [.. _positive.Zip(rows.Scores, (positive, score) => positive - score)];
        _bins = bins;
        _binOf = [.. rows.Scores.Select(score => CalibrationError.BinOf(score, bins))];
        _sums = new CountedSums(
            rows.Weights,
            [.. _positive.Zip(rows.Scores, (positive, score) => ClippedLogLoss.Of(positive == 1 ? score : 1 - score))],
            [.. _gaps.Select(gap => gap * gap)]);
    }

    public static MetricEstimate[] Measure(BinaryRows rows, EvaluationOptions options)
    {
        var figures = new BinaryFigures(rows, options.CalibrationBins);
        MetricDefinition[] definitions = [.. Always, .. rows.Source.HasProbabilities ? OfProbabilities : []];
        Bootstrap bootstrap = Bootstrap.Run(rows.Count, definitions.Length, figures.Measure, options.Bootstrap, options.ResampleTaken, options.CancellationToken);
        return [.. definitions.Select((definition, i) => bootstrap.Estimate(i, definition))];
    }

    private void Measure(ReadOnlySpan<byte> counts, Span<double> figures)
    {
        double truePositives = 0, falsePositives = 0, positives = 0, negatives = 0, area = 0, precisions = 0, positivesHere = 0, negativesHere = 0;
        double[]? weights = _rows.Weights;
        for (int row = 0; row < counts.Length; row++)
        {
            double weight = weights is null ? counts[row] : counts[row] * weights[row];
            double positive = weight * _positive[row];
            positivesHere += positive;
            negativesHere += weight - positive;
            if (row == _calledPositive - 1)
                (truePositives, falsePositives) = (positives + positivesHere, negatives + negativesHere);
            if (!_endsGroup[row])
                continue;
            // Each negative row is below the positive ones before it, and level with half of those of its score.
            area += negativesHere * (positives + positivesHere / 2);
            positives += positivesHere;
            negatives += negativesHere;
            if (positivesHere > 0)
                precisions += positivesHere * positives / (positives + negatives);
            (positivesHere, negativesHere) = (0, 0);
        }
        double falseNegatives = positives - truePositives, trueNegatives = negatives - falsePositives, total = positives + negatives;
        figures[0] = (truePositives + trueNegatives) / total;
        figures[1] = (truePositives / positives + trueNegatives / negatives) / 2;
        figures[2] = area / (positives * negatives);
        figures[3] = precisions / positives;
        figures[4] = 2 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
        figures[5] = truePositives / (truePositives + falsePositives);
        figures[6] = truePositives / positives;
        figures[7] = trueNegatives / negatives;
        double margins = (truePositives + falsePositives) * (trueNegatives + falseNegatives) * positives * negatives;
        figures[8] = margins > 0 ? (truePositives * trueNegatives - falsePositives * falseNegatives) / Math.Sqrt(margins) : double.NaN;
        if (_rows.Source.HasProbabilities)
            MeasureProbabilities(counts, positives / total, figures[Always.Length..]);
    }

    private void MeasureProbabilities(ReadOnlySpan<byte> counts, double positiveShare, Span<double> figures)
    {
        Span<double> sums = stackalloc double[2];
        double total = _sums.Add(counts, sums), entropy = LogLossReduction.Entropy([positiveShare, 1 - positiveShare]);
        var error = new CalibrationError(_bins);
        for (int row = 0; row < counts.Length; row++)
            error.Add(_binOf[row], _gaps[row], counts[row] * (_rows.Weights?[row] ?? 1));
        figures[0] = sums[0] / total;
        figures[1] = LogLossReduction.Of(figures[0], entropy);
        figures[2] = sums[1] / total;
        figures[3] = error.Value;
    }
}
