using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;

var mlContext = new MLContext(seed: 1);
IDataView data = mlContext.Data.LoadFromTextFile("data/boston.csv",
    [new TextLoader.Column("Features", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);

LossExperimentResult result = mlContext.Regression.CompareLosses(data, new RegressionLossExperiment
{
    Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError(), RegressionLoss.Quantile(0.9)],
    Seeds = [1, 2, 3],
    Folds = 5,
    Trainer = new MlpRegressionOptions { HiddenSizes = [32], Epochs = 100 },
});

foreach (SettingSummary setting in result.Comparison.Settings)
    Console.WriteLine($"{setting.Setting.Loss}: RMSE {setting.Metrics["rmse"].Mean:F1} ± {setting.Metrics["rmse"].StandardDeviation:F1}, rank {setting.Metrics["rmse"].Rank}");
ComparedMetric rmse = result.Comparison.Metrics.Single(metric => metric.Name == "rmse");
foreach (PairedComparison other in rmse.Others)
    Console.WriteLine($"{other.Other.Loss} against {rmse.Reference!.Loss}: {other.Verdict}");
Console.WriteLine($"May be the best: {string.Join(", ", rmse.MayBeBest.Select(setting => setting.Loss))}");
mlContext.Model.Save(result.Model, data.Schema, "best.zip");
