using MLNet.LossExperiments.Measures;

namespace MLNet.LossExperiments.Reports;

/// <summary>The metrics of several classes, and of each.</summary>
internal sealed class MulticlassFigures
{
    private const int MostTop = 5;
    private const int OfEachClass = 3;
    private const string NoRow = "No row could be evaluated.";

    private static readonly MetricDefinition[] Always =
    [
        new("accuracy", "Accuracy", true, "Share of rows whose class is predicted rightly.", NoRow),
        new("balanced-accuracy", "Balanced accuracy", true, "Mean over the classes of the share of their rows that is predicted rightly: rare classes count as much as frequent ones.", NoRow),
        new("macro-f1", "Macro F1", true, "Mean over the classes of the harmonic mean of precision and recall.", NoRow),
        new("mcc", "MCC", true, "Correlation of label and prediction (Matthews, Gorodkin): 1 is perfect, 0 is chance, whatever the shares of the classes.", "All rows are, or are predicted, of one class."),
    ];

    private static readonly MetricDefinition[] OfProbabilities =
    [
        new("log-loss", "Log-loss", false, "How surprising the labels are under the predicted probabilities, in nats a row: 0 is perfect. No row costs more than 15.9: probabilities below 1.2e-7 count as that.", NoRow),
        new("log-loss-reduction", "Log-loss reduction", true, "Share of the log-loss of always predicting the shares of the classes that the probabilities save: 1 is perfect, 0 is no better than these shares.", "There are rows of one class only."),
        new("brier", "Brier score", false, "Sum over the classes of the squared errors of their probabilities, on average: 0 is perfect, 2 the worst.", NoRow),
        new("ece", "ECE", false, "How far the probability of the predicted class is from how often it is right: root mean square over bins of similar probabilities, without what chance adds. 0 is perfect.", CalibrationTable.WhyNoError),
    ];

    private readonly MulticlassRows _rows;
    private readonly CountedSums _sums;
    private readonly int _bins;
    private readonly double[] _gaps = [];
    private readonly int[] _binOf = [];
    private readonly int _topCount;
    private readonly Bootstrap _bootstrap;

    private MulticlassFigures(MulticlassRows rows, EvaluationOptions options)
    {
        _rows = rows;
        _topCount = Math.Min(MostTop, rows.ClassCount);
        _sums = new CountedSums(rows.Weights);
        if (rows.Source.HasProbabilities)
        {
            _bins = options.CalibrationBins;
            _binOf = [.. rows.Confidence.Select(confidence => CalibrationError.BinOf(confidence, _bins))];
            _gaps = [.. rows.Confidence.Select((confidence, place) => (rows.Actual[place] == rows.Predicted[place] ? 1 : 0) - confidence)];
            _sums = new CountedSums(rows.Weights, [.. rows.Truth.Select(truth => ClippedLogLoss.Of(truth))], [.. Enumerable.Range(0, rows.Count).Select(rows.BrierOf)]);
        }
        _bootstrap = Bootstrap.Run(rows.Count, TopStart + _topCount + OfEachClass * rows.ClassCount, Measure, options.Bootstrap, options.ResampleTaken, options.CancellationToken);
    }

    public static MulticlassFigures Of(MulticlassRows rows, EvaluationOptions options) => new(rows, options);

    public MetricEstimate[] Metrics => [.. Definitions.Select((definition, i) => _bootstrap.Estimate(i, definition))];

    public TopAccuracy[] Top => [.. Enumerable.Range(0, _topCount).Select(i =>
    {
        (double low, double high) = _bootstrap.Interval(TopStart + i);
        return new TopAccuracy(i + 1, _bootstrap.Values[TopStart + i], low, high);
    })];

    private MetricDefinition[] Definitions => [.. Always, .. _rows.Source.HasProbabilities ? OfProbabilities : []];

    private int TopStart => Always.Length + (_rows.Source.HasProbabilities ? OfProbabilities.Length : 0);

    public ClassFigures[] PerClass(ConfusionCounts confusion) => [.. _rows.Source.Classes.Select((name, i) =>
    {
        int start = TopStart + _topCount + OfEachClass * i;
        return new ClassFigures(
            name,
            confusion.Actual[i],
            confusion.Predicted[i],
            _bootstrap.Estimate(start, new MetricDefinition("precision", "Precision", true, "Share of the rows that the class is predicted for that are of it.", "It is predicted for no row.")),
            _bootstrap.Estimate(start + 1, new MetricDefinition("recall", "Recall", true, "Share of the rows of the class that it is predicted for.", "There is no row of it.")),
            _bootstrap.Estimate(start + 2, new MetricDefinition("f1", "F1", true, "Harmonic mean of precision and recall.", "No row is of it, and it is predicted for none.")));
    })];

    private void Measure(ReadOnlySpan<byte> counts, Span<double> figures)
    {
        ConfusionCounts confusion = ConfusionCounts.Of(_rows, counts);
        double total = confusion.Actual.Sum(), right = confusion.Right.Sum(), recalls = 0, f1s = 0, squaredActual = 0, squaredPredicted = 0, products = 0;
        int there = 0, thereOrPredicted = 0;
        Span<double> own = figures[(TopStart + _topCount)..];
        for (int i = 0; i < _rows.ClassCount; i++)
        {
            double actual = confusion.Actual[i], predicted = confusion.Predicted[i];
            double precision = confusion.Right[i] / predicted, recall = confusion.Right[i] / actual, f1 = 2 * confusion.Right[i] / (actual + predicted);
            (own[OfEachClass * i], own[OfEachClass * i + 1], own[OfEachClass * i + 2]) = (precision, recall, f1);
            if (actual > 0)
                (there, recalls) = (there + 1, recalls + recall);
            if (actual + predicted > 0)
                (thereOrPredicted, f1s) = (thereOrPredicted + 1, f1s + f1);
            (squaredActual, squaredPredicted, products) = (squaredActual + actual * actual, squaredPredicted + predicted * predicted, products + actual * predicted);
        }
        figures[0] = right / total;
        figures[1] = recalls / there;
        figures[2] = f1s / thereOrPredicted;
        double spread = (total * total - squaredActual) * (total * total - squaredPredicted);
        figures[3] = spread > 0 ? (right * total - products) / Math.Sqrt(spread) : double.NaN;
        MeasureRows(counts, total, figures);
        if (_rows.Source.HasProbabilities)
            figures[Always.Length + 1] = LogLossReduction.Of(figures[Always.Length], LogLossReduction.Entropy([.. confusion.Actual.Select(actual => actual / total)]));
    }

    private void MeasureRows(ReadOnlySpan<byte> counts, double total, Span<double> figures)
    {
        Span<double> top = stackalloc double[MostTop], sums = stackalloc double[2];
        var error = new CalibrationError(_bins);
        for (int row = 0; row < counts.Length; row++)
        {
            double weight = _rows.Weights is null ? counts[row] : counts[row] * _rows.Weights[row];
            if (_rows.Rank[row] <= _topCount)
                top[_rows.Rank[row] - 1] += weight;
            if (_bins > 0)
                error.Add(_binOf[row], _gaps[row], weight);
        }
        double found = 0;
        for (int i = 0; i < _topCount; i++)
        {
            found += top[i];
            figures[TopStart + i] = found / total;
        }
        if (_bins == 0)
            return;
        _sums.Add(counts, sums);
        figures[Always.Length] = sums[0] / total;
        figures[Always.Length + 2] = sums[1] / total;
        figures[Always.Length + 3] = error.Value;
    }
}
