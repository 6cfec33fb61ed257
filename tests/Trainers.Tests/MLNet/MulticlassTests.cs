using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class MulticlassTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpMulticlassOptions Quick => new() { HiddenSizes = [16], Epochs = 60, Optimizer = Optimizer.Adam(0.01), Seed = 3 };

    [Theory]
    [InlineData("cross-entropy")]
    [InlineData("nll")]
    public void Fit_Digits_PredictsNewRows(string loss)
    {
        var split = _context.Data.TrainTestSplit(Samples.Digits(_context), 0.3, seed: 2);
        var pipeline = _context.Transforms.NormalizeMinMax("Features").Append(_context.Transforms.Conversion.MapValueToKey("Label", "Digit"))
            .Append(_context.MulticlassClassification.Trainers.Mlp(Quick with { HiddenSizes = [64], Loss = LossCatalog.Multiclass.Parse(loss) }));

        MulticlassClassificationMetrics metrics = _context.MulticlassClassification.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));

        Assert.True(metrics.MicroAccuracy > 0.95, $"accuracy {metrics.MicroAccuracy}");
        Assert.True(metrics.LogLoss < 0.3, $"log-loss {metrics.LogLoss}");
    }

    [Fact]
    public void Transform_Scores_AreProbabilitiesNamedByClass()
    {
        IDataView data = Samples.Colours(_context);
        var transformer = _context.MulticlassClassification.Trainers.Mlp(Quick).Fit(data);
        IDataView scored = _context.Transforms.Conversion.MapKeyToValue("Predicted", "PredictedLabel").Fit(transformer.Transform(data)).Transform(transformer.Transform(data));

        VBuffer<ReadOnlyMemory<char>> names = default;
        scored.Schema["Score"].GetSlotNames(ref names);
        VBuffer<ReadOnlyMemory<char>> keys = default;
        scored.Schema["PredictedLabel"].GetKeyValues(ref keys);

        Assert.Equal(["red", "green", "blue"], names.DenseValues().Select(name => name.ToString()));
        Assert.Equal(["red", "green", "blue"], keys.DenseValues().Select(name => name.ToString()));
        string[] expected = [.. data.GetColumn<string>("Colour")];
        ColourPrediction[] rows = [.. _context.Data.CreateEnumerable<ColourPrediction>(scored, false)];
        Assert.All(rows, row => Assert.Equal(1, row.Score.Sum(), 1e-5));
        Assert.True(rows.Zip(expected).Count(pair => pair.First.Predicted == pair.Second) > 290);
    }

    [Fact]
    public void Fit_ClassProbabilities_LearnsThem()
    {
        // Whatever the features, the classes have these shares; so the network must predict them.
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new ShareRow { Features = [i % 7, 1], Label = [0.5f, 0.3f, 0.2f] }));
        var transformer = _context.MulticlassClassification.Trainers.Mlp(Quick).Fit(data);

        var scores = new float[3];
        transformer.Model.Score([3, 1], scores);

        Assert.Equal([0.5f, 0.3f, 0.2f], scores, (a, b) => Math.Abs(a - b) < 0.02);
        Assert.Equal(3, transformer.Model.ClassCount);
        Assert.Equal(200, _context.Data.CreateEnumerable<ColourPrediction>(transformer.Transform(data), false, ignoreMissingColumns: true).Count());
    }

    [Fact]
    public void Fit_ClassProbabilitiesOfHardClasses_GivesTheSameWeightsAsClasses()
    {
        ShareRow[] rows = [.. Enumerable.Range(0, 90).Select(i => new ShareRow { Features = [MathF.Sin(i), i % 3], Label = [i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0], Class = (uint)(i % 3) })];
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        IDataView keyed = _context.Transforms.Conversion.MapValueToKey("Key", "Class").Fit(data).Transform(data);
        MlpMulticlassOptions options = Quick with { Epochs = 5 };

        var soft = _context.MulticlassClassification.Trainers.Mlp(options).Fit(keyed).Model;
        var hard = _context.MulticlassClassification.Trainers.Mlp(options with { LabelColumnName = "Key" }).Fit(keyed).Model;

        Assert.Equal(hard.Network.Layers[0].Weights.ToArray(), soft.Network.Layers[0].Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Fit_ClassProbabilitiesWithALossForClasses_SaysWhatToUse()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new ShareRow { Features = [1, 1], Label = [0.5f, 0.3f, 0.2f] }]);
        var trainer = _context.MulticlassClassification.Trainers.Mlp(Quick with { Loss = MulticlassLoss.NegativeLogLikelihood() });
        var error = Assert.Throws<MlpTrainingException>(() => trainer.Fit(data));
        Assert.Contains("the loss 'nll' takes classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ProbabilitiesThatDoNotAddUp_NamesTheRow()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new ShareRow { Features = [1, 1], Label = [0.5f, 0.3f, 0.2f] }, new ShareRow { Features = [1, 1], Label = [0.5f, 0.3f, 0.3f] }]);
        var error = Assert.Throws<MlpTrainingException>(() => _context.MulticlassClassification.Trainers.Mlp(Quick).Fit(data));
        Assert.Contains("add up to 1.1 in row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_CustomLossWithoutProbabilities_ScoresStayRaw()
    {
        MulticlassLoss margin = MulticlassLoss.Custom(
            "margin", (scores, classes) => TorchSharp.torch.nn.functional.multi_margin_loss(scores, classes, reduction: TorchSharp.torch.nn.Reduction.None), givesProbabilities: false);
        IDataView data = Samples.Colours(_context);
        var transformer = _context.MulticlassClassification.Trainers.Mlp(Quick with { Loss = margin }).Fit(data);
        Assert.True(_context.MulticlassClassification.Evaluate(transformer.Transform(data)).MicroAccuracy > 0.9);
        Assert.Contains(_context.Data.CreateEnumerable<ColourPrediction>(transformer.Transform(data), false, ignoreMissingColumns: true), row => row.Score.Any(score => score < 0));
    }

    [Fact]
    public void CrossValidateAndPermutationFeatureImportance_Colours_Work()
    {
        IDataView data = Samples.Colours(_context);
        var folds = _context.MulticlassClassification.CrossValidate(data, _context.MulticlassClassification.Trainers.Mlp(Quick), numberOfFolds: 3);
        Assert.All(folds, fold => Assert.True(fold.Metrics.MicroAccuracy > 0.9));

        var importance = _context.MulticlassClassification.PermutationFeatureImportance(_context.MulticlassClassification.Trainers.Mlp(Quick).Fit(data), data);
        Assert.True(importance[0].MicroAccuracy.Mean < -0.3);
        Assert.True(importance[1].MicroAccuracy.Mean > -0.05);
    }
}
