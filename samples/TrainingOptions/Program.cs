using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Observers;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Tuning;

var mlContext = new MLContext(seed: 1);
IDataView data = mlContext.Data.LoadFromTextFile("data/boston.csv",
    [new TextLoader.Column("Features", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);

var options = new MlpRegressionOptions
{
    Loss = RegressionLoss.Huber(delta: 2),
    Optimizer = Optimizer.AdamW(weightDecay: 0.001),            // SGD, Adam, NAdam, RAdam, RMSprop, Adagrad, Lion, L-BFGS
    Schedule = LearningRateSchedule.Cosine() with { WarmupEpochs = 2 },  // step, multi-step, exponential, restarts, one-cycle, plateau
    Epochs = 40,
    AveragingDecay = 0.99,
    MaxNorm = 4,
    Monitor = ValidationMonitor.Of(RegressionMetric.MeanAbsoluteError),
    TimeLimit = TimeSpan.FromMinutes(10),
    Checkpoint = new CheckpointOptions("fit.checkpoint") { Every = TimeSpan.FromMinutes(5) },
    MaxRowsInMemory = 1_000_000,
    Observers = [new CsvHistoryObserver("history.csv"), new TensorBoardObserver("runs/first")],
    Seed = 1,
};

// The range test: a short fit whose learning rate rises until the loss explodes.
LearningRateCurve curve = mlContext.Regression.Trainers.Mlp(options).FindLearningRate(data);
Console.WriteLine($"Tried {curve.Points.Count} learning rates; the loss falls most steeply near {curve.Suggestion:0.#####}.");

var trainer = mlContext.Regression.Trainers.Mlp(options with { Optimizer = options.Optimizer with { LearningRate = 0.01 } });
MlpRegressionModel model = trainer.Fit(data).Model;
Console.WriteLine($"Best epoch {model.History.BestEpoch}: {model.History.MetricName} {model.History.Epochs[model.History.BestEpoch - 1].ValidationMetric:F2} on the validation rows.");

// Goes on from a fitted model, on the same rows or new ones.
MlpRegressionModel continued = trainer.Fit(data, null, model).Model;
Console.WriteLine($"After going on: {continued.History.Epochs[continued.History.BestEpoch - 1].ValidationMetric:F2}.");
