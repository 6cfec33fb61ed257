using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class EnsembleTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick => new() { HiddenSizes = [8], Epochs = 20, BatchSize = 16, Optimizer = Optimizer.Adam(0.01), Seed = 3 };

    [Fact]
    public void Fit_Members_AverageAndGiveTheirVariance()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(200));
        var transformer = _context.Regression.Trainers.Mlp(Quick with { Members = 4 }).Fit(data);
        MlpRegressionModel model = transformer.Model;
        Assert.Equal(4, model.Members.Count);
        Assert.All(model.Members, member => Assert.Equal(3, member.History.Seed));

        float[] row = [0.3f, -0.4f];
        // Each network of the ensemble alone, by way of the model file's own parts.
        double[] alone = [.. model.Members.Select(member => (double)Scoring(member, row))];
        float[] score = new float[1], variance = new float[1];
        model.ScoreBatch(row, score, variance, []);
        Assert.Equal(alone.Average(), score[0], 1e-5);
        Assert.Equal(alone.Average(value => Math.Pow(value - alone.Average(), 2)), variance[0], 1e-5);
        Assert.True(variance[0] > 0);
        Assert.All(transformer.Transform(data).GetColumn<float>("ScoreVariance"), value => Assert.True(value >= 0));
    }

    // The fault that was: seeds 1 and 2 had four of five networks in common.
    [Fact]
    public void Fit_EnsemblesOfNeighbouringSeeds_ShareNoNetwork()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(200)), validation = _context.Data.LoadFromEnumerable(Samples.Plane(50));
        string[] networks =
        [
            .. from seed in new[] { 1, 2, 3 }
               from member in _context.Regression.Trainers.Mlp(Quick with { Members = 5, Seed = seed, Epochs = 2 }).Fit(data, validation).Model.Members
               select string.Join(" ", member.Network.Layers[0].Weights.ToArray()),
        ];
        Assert.Equal(15, networks.Distinct().Count());
    }

    private static float Scoring(FittedMember member, float[] row)
    {
        var score = new float[1];
        LossExperiments.Scoring.BatchScorer.Run(new LossExperiments.Scoring.RegressionPredictor([member], new PredictionForm(Link.Identity, 1, [])), row, 1, score);
        return score[0];
    }

    // A member's random streams are its own; only rounding differs between a product of several matrices and of one.
    [Fact]
    public void Fit_FirstMember_LearnsAsASingleNetworkDoes()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(200));
        MlpNetwork alone = _context.Regression.Trainers.Mlp(Quick).Fit(data).Model.Network, first = _context.Regression.Trainers.Mlp(Quick with { Members = 3 }).Fit(data).Model.Network;
        Assert.Equal(alone.Layers[0].Weights.ToArray(), first.Layers[0].Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Fit_ClassificationMembers_GiveProbabilities()
    {
        IDataView colours = Samples.Colours(_context), xor = Samples.Xor(_context);
        var three = _context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { HiddenSizes = [8], Members = 3, Epochs = 30, Optimizer = Optimizer.Adam(0.01), Seed = 1 }).Fit(colours);
        Assert.All(three.Transform(colours).GetColumn<float[]>("Score"), scores => Assert.Equal(1, scores.Sum(), 1e-5));
        Assert.True(_context.MulticlassClassification.Evaluate(three.Transform(colours)).MicroAccuracy > 0.95);

        var two = _context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { HiddenSizes = [8], Members = 3, Epochs = 30, Optimizer = Optimizer.Adam(0.01), Seed = 1 }).Fit(xor);
        CalibratedBinaryClassificationMetrics metrics = _context.BinaryClassification.Evaluate(two.Transform(xor));
        Assert.True(metrics.Accuracy > 0.95, $"{metrics.Accuracy}");
    }
}
