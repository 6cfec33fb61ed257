using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class RegressionTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick => new() { HiddenSizes = [8], Epochs = 30, Seed = 3 };

    [Fact]
    public void Fit_Boston_IsFarBetterThanTheMean()
    {
        var split = _context.Data.TrainTestSplit(Samples.Boston(_context), 0.2, seed: 2);
        var pipeline = _context.Transforms.NormalizeMeanVariance("Features", fixZero: false).AppendCacheCheckpoint(_context).Append(_context.Regression.Trainers.Mlp());

        RegressionMetrics metrics = _context.Regression.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        Assert.True(metrics.RSquared > 0.75, $"R² is {metrics.RSquared}");
    }

    [Fact]
    public void Fit_NoHiddenLayers_LearnsAPlane()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(400));
        var trainer = _context.Regression.Trainers.Mlp(Quick with { HiddenSizes = [], InputScaling = InputScaling.None, Optimizer = Optimizer.Sgd(0.1), Patience = null });

        MlpRegressionModel model = trainer.Fit(data).Model;

        Assert.Equal([2f, -1f], model.Network.Layers[0].Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(1, model.Network.Layers[0].Bias[0], 1e-3);
        Assert.Empty(model.Network.HiddenSizes);
    }

    [Fact]
    public void Fit_TrainAndValidation_ValidatesOnTheGivenRows()
    {
        var split = _context.Data.TrainTestSplit(Samples.Boston(_context), 0.25, seed: 2);
        TrainingHistory history = _context.Regression.Trainers.Mlp(Quick with { BatchNormalization = true }).Fit(split.TrainSet, split.TestSet).Model.History;

        Assert.Equal(506, history.TrainingRows + history.ValidationRows);
        Assert.Equal(split.TestSet.GetColumn<float>("Label").Count(), history.ValidationRows);
    }

    [Fact]
    public void Fit_BestEpoch_IsRestored()
    {
        var split = _context.Data.TrainTestSplit(Samples.Boston(_context), 0.25, seed: 2);
        var trainer = _context.Regression.Trainers.Mlp(Quick with { BatchNormalization = true, Optimizer = Optimizer.Adam(0.05), Epochs = 60, Patience = 5 });

        var transformer = trainer.Fit(split.TrainSet, split.TestSet);

        TrainingHistory history = transformer.Model.History;
        double best = history.Epochs.Min(epoch => epoch.ValidationLoss!.Value);
        Assert.Equal(best, history.Epochs[history.BestEpoch - 1].ValidationLoss);
        Assert.Equal(StopReason.NoImprovement, history.StopReason);
        Assert.Equal(5, history.Epochs.Count - history.BestEpoch);
        Assert.Equal(best, _context.Regression.Evaluate(transformer.Transform(split.TestSet)).MeanSquaredError, best * 1e-4);
        Assert.Equal(Math.Sqrt(best), history.Epochs[history.BestEpoch - 1].ValidationMetric!.Value, 1e-6);
    }

    [Fact]
    public void Fit_DropoutOff_MeasuresTheSameLossBothWays()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(64));
        var trainer = _context.Regression.Trainers.Mlp(Quick with { BatchSize = 64, Epochs = 2, Patience = null, Optimizer = Optimizer.Sgd(1e-12) });

        EpochRecord epoch = trainer.Fit(data).Model.History.Epochs[^1];

        Assert.Equal(epoch.RunningTrainingLoss, epoch.TrainingLoss!.Value, 1e-5);
        Assert.True(epoch.Seconds > 0);
        Assert.Null(epoch.ValidationLoss);
    }

    [Fact]
    public void CrossValidate_Boston_GivesAModelAFold()
    {
        var pipeline = _context.Transforms.NormalizeMeanVariance("Features").Append(_context.Regression.Trainers.Mlp(Quick));
        var folds = _context.Regression.CrossValidate(Samples.Boston(_context), pipeline, numberOfFolds: 3);
        Assert.Equal(3, folds.Count);
        Assert.All(folds, fold => Assert.True(fold.Metrics.RSquared > 0));
    }

    [Fact]
    public void PermutationFeatureImportance_Plane_FindsTheHeavierFeature()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(300));
        var transformer = _context.Regression.Trainers.Mlp(Quick with { Epochs = 100 }).Fit(data);

        var importance = _context.Regression.PermutationFeatureImportance(transformer, data, permutationCount: 3);

        Assert.Equal(2, importance.Length);
        Assert.True(importance[0].RSquared.Mean < importance[1].RSquared.Mean);
        Assert.True(importance[1].RSquared.Mean < -0.1);
    }

    [Fact]
    public void PredictionEngine_Row_ScoresAsTransformDoes()
    {
        NumberRow[] rows = [.. Samples.Plane(100)];
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        var transformer = _context.Regression.Trainers.Mlp(Quick).Fit(data);
        float[] scores = Samples.Scores(_context, transformer.Transform(data));
        using var engine = _context.Model.CreatePredictionEngine<NumberRow, ScoreRow>(transformer);

        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(scores[i], engine.Predict(rows[i]).Score);
            Assert.Equal(scores[i], transformer.Model.Score(rows[i].Features));
        }
    }

    [Fact]
    public void Fit_OutputRange_ConfinesPredictions()
    {
        var options = Quick with { OutputRange = OutputRange.Scaled(5, 50), BatchNormalization = true };
        IDataView data = Samples.Boston(_context);
        float[] scores = Samples.Scores(_context, _context.Regression.Trainers.Mlp(options).Fit(data).Transform(data));
        Assert.All(scores, score => Assert.InRange(score, 5, 50));
        Assert.True(scores.Max() - scores.Min() > 10);
    }

    [Fact]
    public void Fit_CustomLoss_IsTrainedWith()
    {
        // The median minimises the absolute error; the mean of this label is 12.
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new NumberRow { Features = [0, 0], Label = i % 10 == 0 ? 111 : 1 }));
        RegressionLoss absolute = RegressionLoss.Custom("absolute", (output, target) => (output - target).abs().squeeze(1));
        var options = Quick with { Loss = absolute, HiddenSizes = [], Optimizer = Optimizer.Sgd(0.05), BatchSize = 100, Epochs = 300, Patience = null };

        var transformer = _context.Regression.Trainers.Mlp(options).Fit(data);

        Assert.Equal(1, transformer.Model.Score([0, 0]), 0.1);
        Assert.Equal("absolute", transformer.Model.History.Loss);
    }

    [Fact]
    public void Fit_CustomLossWithoutGradient_SaysSo()
    {
        RegressionLoss detached = RegressionLoss.Custom("detached", (output, target) => (output.detach() - target).square().squeeze(1));
        var trainer = _context.Regression.Trainers.Mlp(Quick with { Loss = detached });
        var error = Assert.Throws<MlpTrainingException>(() => trainer.Fit(_context.Data.LoadFromEnumerable(Samples.Plane(50))));
        Assert.Contains("do not detach", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mlp_ShortOverload_TakesNamesAndLoss()
    {
        IDataView columns = _context.Data.LoadFromEnumerable(Samples.Plane(60).Select(row => new FourColumns { A = row.Features[0], B = row.Features[1], Target = row.Label, Importance = 1 }));
        IDataView data = _context.Transforms.Concatenate("In", "A", "B").Fit(columns).Transform(columns);

        var transformer = _context.Regression.Trainers.Mlp("Target", "In", "Importance", RegressionLoss.MeanSquaredError()).Fit(data);

        Assert.Equal("In", transformer.FeatureColumnName);
        Assert.Equal(60, transformer.Model.History.TrainingRows + transformer.Model.History.ValidationRows);
    }

    private sealed class FourColumns
    {
        public float A { get; set; }

        public float B { get; set; }

        public float Target { get; set; }

        public float Importance { get; set; }
    }
}
