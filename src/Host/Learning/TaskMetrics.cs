using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>The metrics of predictions, by ML.NET's evaluators.</summary>
internal static class TaskMetrics
{
    private const int TopCount = 3;

    public static IReadOnlyList<Metric> OfRegression(MLContext ml, IDataView predictions, string label)
    {
        RegressionMetrics metrics = ml.Regression.Evaluate(predictions, label);
        return
        [
            new("meanAbsoluteError", "MAE", metrics.MeanAbsoluteError),
            new("meanSquaredError", "MSE", metrics.MeanSquaredError),
            new("rootMeanSquaredError", "RMSE", metrics.RootMeanSquaredError),
            new("rSquared", "R²", metrics.RSquared),
        ];
    }

    public static IReadOnlyList<Metric> OfBinary(MLContext ml, IDataView predictions, string label, bool hasProbabilities)
    {
        if (!hasProbabilities)
            return Describe(ml.BinaryClassification.EvaluateNonCalibrated(predictions, label));
        CalibratedBinaryClassificationMetrics metrics = ml.BinaryClassification.Evaluate(predictions, label);
        return [.. Describe(metrics), new("logLoss", "Log-loss (bits)", metrics.LogLoss), new("logLossReduction", "Log-loss reduction", metrics.LogLossReduction)];
    }

    public static IReadOnlyList<Metric> OfMulticlass(MLContext ml, IDataView predictions, string label, int classes, bool hasProbabilities)
    {
        MulticlassClassificationMetrics metrics = ml.MulticlassClassification.Evaluate(predictions, label, topKPredictionCount: TopCount);
        Metric[] always = [new("microAccuracy", "Accuracy (micro)", metrics.MicroAccuracy), new("macroAccuracy", "Accuracy (macro)", metrics.MacroAccuracy)];
        Metric[] ofProbabilities = hasProbabilities
            ? [new("logLoss", "Log-loss (nats)", metrics.LogLoss), new("logLossReduction", "Log-loss reduction", metrics.LogLossReduction)]
            : [];
        Metric[] ofMany = classes > TopCount ? [new("top3Accuracy", "Accuracy (top 3)", metrics.TopKAccuracy)] : [];
        return [.. always, .. ofProbabilities, .. ofMany];
    }

    private static IReadOnlyList<Metric> Describe(BinaryClassificationMetrics metrics) =>
    [
        new("accuracy", "Accuracy", metrics.Accuracy),
        new("areaUnderRocCurve", "AUC", metrics.AreaUnderRocCurve),
        new("areaUnderPrecisionRecallCurve", "AUPRC", metrics.AreaUnderPrecisionRecallCurve),
        new("f1Score", "F1", metrics.F1Score),
        new("precision", "Precision", metrics.PositivePrecision),
        new("recall", "Recall", metrics.PositiveRecall),
    ];
}
