using MLNet.LossExperiments.Reports;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>The metrics that the console shows, out of those of a report.</summary>
internal static class TaskMetrics
{
    private const int TopCount = 3;

    private const string OneRow = "One row says nothing of others.";

    // The names in JSON, as ML.NET has them, the names for people, and those in reports.
    private static readonly (string Key, string Name, string Reported)[] OfRegression =
    [
        ("meanAbsoluteError", "MAE", "mae"), ("meanSquaredError", "MSE", "mse"), ("rootMeanSquaredError", "RMSE", "rmse"), ("rSquared", "R²", "r2"),
    ];

    private static readonly (string Key, string Name, string Reported)[] OfBinary =
    [
        ("accuracy", "Accuracy", "accuracy"), ("areaUnderRocCurve", "AUC", "auc"), ("areaUnderPrecisionRecallCurve", "AUPRC", "average-precision"), ("f1Score", "F1", "f1"), ("precision", "Precision", "precision"),
        ("recall", "Recall", "recall"), ("logLoss", "Log-loss", "log-loss"), ("logLossReduction", "Log-loss reduction", "log-loss-reduction"),
    ];

    private static readonly (string Key, string Name, string Reported)[] OfMulticlass =
    [
        ("microAccuracy", "Accuracy (micro)", "accuracy"), ("macroAccuracy", "Accuracy (macro)", "balanced-accuracy"), ("logLoss", "Log-loss", "log-loss"), ("logLossReduction", "Log-loss reduction", "log-loss-reduction"),
    ];

    /// <summary>Those that there are: log-losses need probabilities. Of a single row none has a value.</summary>
    public static IReadOnlyList<Metric> Of(TaskEvaluation evaluation)
    {
        (string Key, string Name, string Reported)[] shown = evaluation switch { RegressionEvaluation => OfRegression, BinaryEvaluation => OfBinary, _ => OfMulticlass };
        IEnumerable<Metric> metrics =
            from one in shown
            let found = evaluation.Metrics.FirstOrDefault(metric => metric.Name == one.Reported)
            where found is not null
            select new Metric(one.Key, one.Name, found.Value, found.Low, found.High, found.WhyUndefined);
        if (evaluation is MulticlassEvaluation { Classes.Count: > TopCount } multiclass)
        {
            TopAccuracy top = multiclass.Top[TopCount - 1];
            metrics = metrics.Append(new Metric("top3Accuracy", "Accuracy (top 3)", top.Accuracy, top.Low, top.High, double.IsNaN(top.Accuracy) ? "No row could be evaluated." : null));
        }
        return evaluation.Rows.Count == 1 ? [.. metrics.Select(metric => metric with { Value = double.NaN, Low = double.NaN, High = double.NaN, WhyMissing = OneRow })] : [.. metrics];
    }
}
