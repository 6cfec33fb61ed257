using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;

var mlContext = new MLContext(seed: 1);
IDataView data = mlContext.Data.LoadFromTextFile("data/boston.csv",
    [new TextLoader.Column("Features", DataKind.Single, 0, 12), new TextLoader.Column("Label", DataKind.Single, 13)], separatorChar: ',', hasHeader: true);
DataOperationsCatalog.TrainTestData split = mlContext.Data.TrainTestSplit(data, testFraction: 0.1, seed: 1);

var trainer = mlContext.Regression.Trainers.Mlp(loss: RegressionLoss.MeanSquaredError());   // features are scaled by the trainer
var model = trainer.Fit(split.TrainSet);

Console.WriteLine($"R² on new rows: {mlContext.Regression.Evaluate(model.Transform(split.TestSet)).RSquared:F2}");
mlContext.Model.Save(model, data.Schema, "boston.zip");
