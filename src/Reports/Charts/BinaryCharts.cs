namespace MLNet.LossExperiments.Reports;

/// <summary>The charts of two classes.</summary>
internal static class BinaryCharts
{
    public static IEnumerable<ReportChart> Of(BinaryEvaluation evaluation, string suffix)
    {
        string Metric(string name) => evaluation.Metrics.FirstOrDefault(metric => metric.Name == name) is { } metric ? $" {metric.Title}: {Figure.Show(metric.Value)}." : "";
        double tp = evaluation.AtThreshold.Recall, fp = 1 - evaluation.AtThreshold.Specificity;
        if (evaluation.Roc is { } roc)
        {
            yield return new ReportChart($"roc{suffix}", "ROC", $"Line of the share of {evaluation.PositiveClass} rows found against the share of false alarms.{Metric("auc")}", canvas =>
            {
                canvas.Diagonal(0, 1, 0, 1, "chance");
                canvas.Line(roc.FalsePositiveRate, roc.TruePositiveRate, 0, "model");
                canvas.ThresholdPoint(fp, tp, 1);
                canvas.Axes("false positive rate", "true positive rate");
                canvas.Limits(-0.02, 1.02, -0.02, 1.04);
                canvas.Legend();
            });
        }
        if (evaluation.PrecisionRecall is { } curve)
        {
            yield return new ReportChart($"precision-recall{suffix}", "Precision and recall", $"Steps of precision against recall; chance has {Figure.Show(curve.Prevalence)}.{Metric("average-precision")}", canvas =>
            {
                canvas.Diagonal(curve.Prevalence, 0, 0, 1, "chance");
                // Each precision holds back to the recall before it.
                canvas.Line([0, .. curve.Recall.SelectMany((recall, i) => new[] { i == 0 ? 0 : curve.Recall[i - 1], recall })], [curve.Precision[0], .. curve.Precision.SelectMany(precision => new[] { precision, precision })], 0, "model");
                canvas.ThresholdPoint(evaluation.AtThreshold.Recall, evaluation.AtThreshold.Precision, 1);
                canvas.Axes("recall", "precision");
                canvas.Limits(-0.02, 1.02, -0.02, 1.04);
                canvas.Legend();
            });
        }
        if (evaluation.Scores.Edges.Count > 1)
        {
            yield return new ReportChart($"scores{suffix}", "Scores by class", $"Columns of how often scores fall into bins, for {evaluation.PositiveClass} and {evaluation.NegativeClass}, with the model's threshold {Figure.Show(evaluation.AtThreshold.Threshold)}.", canvas =>
            {
                canvas.Histogram(evaluation.Scores.Edges, evaluation.Scores.Negative, 0, evaluation.NegativeClass, 0.6);
                canvas.Histogram(evaluation.Scores.Edges, evaluation.Scores.Positive, 1, evaluation.PositiveClass, 0.6);
                canvas.ThresholdMark(evaluation.AtThreshold.Threshold);
                canvas.Axes(evaluation.HasProbabilities ? $"probability of {ChartText.Of(evaluation.PositiveClass)}" : "score", evaluation.Rows.IsWeighted ? "weight" : "rows");
                canvas.StartAtZero();
                canvas.Legend();
            });
        }
        if (CalibrationChart.Of(evaluation.Calibration, suffix, $"probability of {ChartText.Of(evaluation.PositiveClass)}", $"share of {ChartText.Of(evaluation.PositiveClass)}", evaluation.Metrics.FirstOrDefault(metric => metric.Name == "ece")) is { } calibration)
            yield return calibration;
        if (evaluation.Gain is { } gain)
        {
            yield return new ReportChart($"gain{suffix}", "Gain", $"Line of the share of {evaluation.PositiveClass} rows found when the rows with the greatest scores are taken first.", canvas =>
            {
                canvas.Diagonal(0, 1, 0, 1, "chance");
                canvas.Line(gain.RowShare, gain.PositiveShare, 0, "model");
                canvas.Axes("share of rows taken", "share of positives found");
                canvas.Limits(-0.02, 1.02, -0.02, 1.04);
                canvas.Legend();
            });
            yield return new ReportChart($"lift{suffix}", "Lift", $"Line of how many times more {evaluation.PositiveClass} rows are found than by chance, when the rows with the greatest scores are taken first.", canvas =>
            {
                canvas.Diagonal(1, 0, 0, 1, "chance");
                canvas.Line(gain.RowShare, gain.Lift, 0, "model");
                canvas.Axes("share of rows taken", "times chance");
                canvas.StartAtZero();
                canvas.Legend();
            });
        }
        ThresholdCounts counts = evaluation.Thresholds;
        if (counts.Thresholds.Count > 1)
        {
            yield return new ReportChart($"threshold{suffix}", "Precision, recall and F1 by threshold", "Lines of precision, recall and F1 against the threshold above which rows are called positive.", canvas =>
            {
                double[] called = [.. counts.TruePositives.Zip(counts.FalsePositives, (positive, negative) => positive + negative)];
                canvas.Line(counts.Thresholds, [.. counts.TruePositives.Select((positive, i) => positive / called[i])], 0, "precision");
                canvas.Line(counts.Thresholds, [.. counts.TruePositives.Select(positive => positive / counts.Positives)], 1, "recall");
                canvas.Line(counts.Thresholds, [.. counts.TruePositives.Select((positive, i) => 2 * positive / (counts.Positives + called[i]))], 2, "F1", isDashed: true);
                canvas.ThresholdMark(evaluation.AtThreshold.Threshold);
                canvas.Axes("threshold", "");
                canvas.LimitsUp(-0.02, 1.04);
                canvas.Legend();
            });
        }
    }
}
