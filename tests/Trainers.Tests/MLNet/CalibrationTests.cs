using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class CalibrationTests
{
    private readonly MLContext _context = new(seed: 1);

    // The score counts, but not in log-odds.
    private static BinaryLoss Raw => BinaryLoss.Custom("raw", (x, t) => (x - (2 * t - 1)).square().squeeze(1), givesProbabilities: false);

    private static MlpBinaryOptions Quick => new() { HiddenSizes = [8], Epochs = 30, Optimizer = Optimizer.Adam(0.01), Loss = Raw, ValidationFraction = 0.3, Seed = 3 };

    [Theory]
    [InlineData(CalibrationKind.Platt)]
    [InlineData(CalibrationKind.Isotonic)]
    public void Fit_Calibration_GivesProbabilitiesThatAreRight(CalibrationKind kind)
    {
        IDataView data = _context.Transforms.NormalizeMeanVariance("Features").Fit(Samples.BreastCancer(_context)).Transform(Samples.BreastCancer(_context));
        var split = _context.Data.TrainTestSplit(data, 0.3, seed: 2);
        var trainer = _context.BinaryClassification.Trainers.Mlp(Quick with { Calibration = kind, InputScaling = InputScaling.None });
        var transformer = trainer.Fit(split.TrainSet);

        IDataView predictions = transformer.Transform(split.TestSet);
        CalibratedBinaryClassificationMetrics metrics = _context.BinaryClassification.Evaluate(predictions);
        Assert.True(metrics.Accuracy > 0.9);
        // In bits; isotonic regression gives probabilities of exactly 0 and 1, which ML.NET counts as infinite where one is wrong.
        double[] probabilities = [.. predictions.GetColumn<float>("Probability").Zip(predictions.GetColumn<bool>("Label"), (probability, isTrue) => isTrue ? probability : 1.0 - probability)];
        Assert.InRange(probabilities.Average(probability => -Math.Log2(Math.Max(probability, Math.Pow(2, -23)))), 0, 0.6);
        SchemaPromise.AssertKept(trainer, data);

        var model = Assert.IsType<MlpBinaryProbabilityModel>(transformer.Model);
        foreach (float[] features in split.TestSet.GetColumn<float[]>("Features").Take(20))
            Assert.Equal(model.Calibration!.Probability(model.Score(features)), model.Probability(features));
    }

    [Fact]
    public void Fit_NoCalibration_HasNoProbabilities()
    {
        var transformer = _context.BinaryClassification.Trainers.Mlp(Quick).Fit(Samples.Xor(_context));
        Assert.Null(transformer.Transform(Samples.Xor(_context)).Schema.GetColumnOrNull("Probability"));
    }

    [Fact]
    public void Fit_CalibrationWithoutEarlyStopping_SplitsRowsOffForIt()
    {
        TrainingHistory history = _context.BinaryClassification.Trainers.Mlp(Quick with { Patience = null, Epochs = 2, Calibration = CalibrationKind.Platt }).Fit(Samples.Xor(_context)).Model.History;
        Assert.Equal(30, Math.Round(100.0 * history.ValidationRows / (history.ValidationRows + history.TrainingRows)));
    }

    [Fact]
    public void Fit_ValidationRowsOfOneClass_IsAnError()
    {
        IDataView xor = Samples.Xor(_context);
        IDataView positive = _context.Data.FilterByCustomPredicate<Labelled>(xor, row => !row.Label);
        var error = Assert.Throws<MlpTrainingException>(() => _context.BinaryClassification.Trainers.Mlp(Quick with { Calibration = CalibrationKind.Platt }).Fit(xor, positive));
        Assert.Contains("have the label true", error.Message, StringComparison.Ordinal);
    }

    private sealed class Labelled
    {
        public bool Label { get; set; }
    }
}
