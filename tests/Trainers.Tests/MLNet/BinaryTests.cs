using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class BinaryTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpBinaryOptions Quick => new() { HiddenSizes = [16], Epochs = 100, Optimizer = Optimizer.Adam(0.01), Seed = 3 };

    // Positive scores for true, but no log-odds.
    private static BinaryLoss Hinge => BinaryLoss.Custom("my-hinge", (score, target) => (1 - (2 * target - 1) * score).clamp_min(0).squeeze(1), givesProbabilities: false);

    [Fact]
    public void Fit_Xor_IsSolved()
    {
        IDataView data = Samples.Xor(_context);
        var transformer = _context.BinaryClassification.Trainers.Mlp(Quick).Fit(data);
        Assert.Equal(1, _context.BinaryClassification.Evaluate(transformer.Transform(data)).Accuracy);
    }

    [Fact]
    public void Fit_BreastCancer_PredictsNewRows()
    {
        var split = _context.Data.TrainTestSplit(Samples.BreastCancer(_context), 0.25, seed: 2);
        var pipeline = _context.Transforms.NormalizeMeanVariance("Features", fixZero: false).Append(_context.BinaryClassification.Trainers.Mlp(Quick));

        CalibratedBinaryClassificationMetrics metrics = _context.BinaryClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        Assert.True(metrics.Accuracy > 0.93, $"accuracy {metrics.Accuracy}");
        Assert.True(metrics.AreaUnderRocCurve > 0.97, $"AUC {metrics.AreaUnderRocCurve}");
        Assert.True(metrics.LogLoss < 0.4, $"log-loss {metrics.LogLoss}");
    }

    [Fact]
    public void Transform_LossWithProbabilities_GivesThemAndTheThresholdIsAHalf()
    {
        IDataView data = Samples.Xor(_context);
        IDataView scored = _context.BinaryClassification.Trainers.Mlp(Quick).Fit(data).Transform(data);
        foreach (BinaryPrediction row in _context.Data.CreateEnumerable<BinaryPrediction>(scored, false))
        {
            Assert.Equal(1 / (1 + Math.Exp(-row.Score)), row.Probability, 1e-6);
            Assert.Equal(row.Probability > 0.5, row.PredictedLabel);
        }
    }

    [Fact]
    public void Transform_LossWithoutProbabilities_HasNoSuchColumn()
    {
        IDataView data = Samples.Xor(_context);
        var transformer = _context.BinaryClassification.Trainers.Mlp(Quick with { Loss = Hinge }).Fit(data);

        Assert.Null(transformer.GetOutputSchema(data.Schema).GetColumnOrNull("Probability"));
        Assert.IsNotType<MlpBinaryProbabilityModel>(transformer.Model);
        Assert.True(_context.BinaryClassification.EvaluateNonCalibrated(transformer.Transform(data)).Accuracy > 0.99);
    }

    [Fact]
    public void Platt_UncalibratedScores_BecomeProbabilities()
    {
        IDataView data = Samples.Xor(_context);
        var pipeline = _context.BinaryClassification.Trainers.Mlp(Quick with { Loss = Hinge }).Append(_context.BinaryClassification.Calibrators.Platt());
        Assert.True(_context.BinaryClassification.Evaluate(pipeline.Fit(data).Transform(data)).LogLoss < 0.5);
    }

    [Fact]
    public void ChangeModelThreshold_HighThreshold_PredictsFewerPositives()
    {
        IDataView data = Samples.BreastCancer(_context);
        var transformer = _context.BinaryClassification.Trainers.Mlp(Quick with { BatchNormalization = true, Epochs = 5 }).Fit(data);
        int Positives(ITransformer model) => _context.Data.CreateEnumerable<BinaryPrediction>(model.Transform(data), false).Count(row => row.PredictedLabel);

        int few = Positives(_context.BinaryClassification.ChangeModelThreshold(transformer, 1.5f));

        Assert.InRange(few, 1, Positives(transformer) - 1);
    }

    [Fact]
    public void OneVersusAll_Digits_ClassifiesByTenModels()
    {
        var split = _context.Data.TrainTestSplit(Samples.Digits(_context), 0.3, seed: 2);
        var pipeline = _context.Transforms.Conversion.MapValueToKey("Label", "Digit")
            .Append(_context.MulticlassClassification.Trainers.OneVersusAll(_context.BinaryClassification.Trainers.Mlp(Quick with { Epochs = 8 })));

        var model = pipeline.Fit(split.TrainSet);

        Assert.True(_context.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy > 0.9);
    }

    [Fact]
    public void CrossValidate_BreastCancer_GivesAModelAFold()
    {
        var pipeline = _context.Transforms.NormalizeMeanVariance("Features").Append(_context.BinaryClassification.Trainers.Mlp(Quick with { Epochs = 10 }));
        var folds = _context.BinaryClassification.CrossValidate(Samples.BreastCancer(_context), pipeline, numberOfFolds: 3);
        Assert.All(folds, fold => Assert.True(fold.Metrics.Accuracy > 0.9));
    }

    [Fact]
    public void PermutationFeatureImportance_Xor_NeedsBothFeatures()
    {
        IDataView data = Samples.Xor(_context);
        var transformer = _context.BinaryClassification.Trainers.Mlp(Quick).Fit(data);
        var importance = _context.BinaryClassification.PermutationFeatureImportance(transformer, data);
        Assert.Equal(2, importance.Length);
        Assert.All(importance, feature => Assert.True(feature.Accuracy.Mean < -0.3));
    }

    [Fact]
    public void Fit_MonitorMetric_KeepsTheEpochOfHighestAccuracy()
    {
        IDataView data = Samples.BreastCancer(_context);
        var trainer = _context.BinaryClassification.Trainers.Mlp(Quick with { Monitor = ValidationMonitor.Of(BinaryMetric.Accuracy), BatchNormalization = true, Epochs = 15, ValidationFraction = 0.3 });
        var history = trainer.Fit(data).Model.History;
        Assert.Equal("Accuracy", history.MetricName);
        Assert.Equal(history.Epochs.Max(epoch => epoch.ValidationMetric), history.Epochs[history.BestEpoch - 1].ValidationMetric);
    }
}
