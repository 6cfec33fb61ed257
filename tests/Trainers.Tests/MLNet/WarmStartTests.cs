using Microsoft.ML;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.MLNet;

public class WarmStartTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick => new() { HiddenSizes = [8], Epochs = 40, BatchSize = 16, Optimizer = Optimizer.Adam(0.01), Patience = null, Seed = 3 };

    private IDataView Plane(int rows, float factor = 1) =>
        _context.Data.LoadFromEnumerable(Samples.Plane(rows).Select(row => new NumberRow { Features = [3 * row.Features[0] + 1, row.Features[1]], Label = factor * row.Label + 20 }).ToArray());

    [Theory]
    [InlineData(false, "mse", 1)]
    [InlineData(true, "mse", 1)]
    [InlineData(true, "gaussian-nll", 3)]
    public void Fit_InitialModel_StartsFromWhatItPredicts(bool batchNormalization, string loss, int members)
    {
        MlpRegressionOptions options = Quick with { BatchNormalization = batchNormalization, Loss = LossCatalog.Regression.Parse(loss), Members = members };
        MlpRegressionModel before = _context.Regression.Trainers.Mlp(options).Fit(Plane(200)).Model;

        // New rows in another unit, a learning rate of nothing: what comes out is what went in.
        MlpRegressionModel after = _context.Regression.Trainers.Mlp(options with { Epochs = 1, Optimizer = Optimizer.Sgd(1e-30), OutputScaling = true }).Fit(Plane(100, 5), null, before).Model;

        foreach (float[] row in new float[][] { [0, 0], [2, -1], [-1, 0.5f] })
        {
            // The statistics of a batch normalisation have followed the new rows a little.
            double tolerance = batchNormalization ? 0.3 : 1e-3;
            Assert.Equal(before.Score(row), after.Score(row), tolerance);
        }
    }

    [Fact]
    public void Fit_InitialModel_IsSoonerBetterThanANewOne()
    {
        MlpRegressionModel fitted = _context.Regression.Trainers.Mlp(Quick).Fit(Plane(300)).Model;
        MlpRegressionOptions brief = Quick with { Epochs = 2 };
        double warm = _context.Regression.Trainers.Mlp(brief).Fit(Plane(300), null, fitted).Model.History.Epochs[^1].TrainingLoss!.Value;
        double cold = _context.Regression.Trainers.Mlp(brief).Fit(Plane(300)).Model.History.Epochs[^1].TrainingLoss!.Value;
        Assert.True(warm < cold / 5, $"{warm} and {cold}");
    }

    [Fact]
    public void Fit_InitialModelOnStreamedRows_GoesOn()
    {
        MlpRegressionOptions options = Quick with { BatchNormalization = true };
        MlpRegressionModel fitted = _context.Regression.Trainers.Mlp(options).Fit(Plane(300)).Model;
        MlpRegressionModel after = _context.Regression.Trainers.Mlp(options with { Epochs = 1, Optimizer = Optimizer.Sgd(1e-30), MaxRowsInMemory = 64 }).Fit(Plane(300), null, fitted).Model;
        Assert.Equal(fitted.Score([0.5f, 0.5f]), after.Score([0.5f, 0.5f]), 0.3);
    }

    [Fact]
    public void Fit_InitialModelThatWasSavedAndLoaded_Serves()
    {
        var transformer = _context.Regression.Trainers.Mlp(Quick).Fit(Plane(100));
        using var stream = new MemoryStream();
        _context.Model.Save(transformer, Plane(100).Schema, stream);
        stream.Position = 0;
        var loaded = (Microsoft.ML.Data.RegressionPredictionTransformer<MlpRegressionModel>)new MLContext().Model.Load(stream, out _);
        Assert.Equal(
            Bits.Of(_context.Regression.Trainers.Mlp(Quick).Fit(Plane(100), null, transformer.Model).Model.Network),
            Bits.Of(_context.Regression.Trainers.Mlp(Quick).Fit(Plane(100), null, loaded.Model).Model.Network));
    }

    [Fact]
    public void Fit_OtherArchitecture_NamesEveryDifference()
    {
        MlpRegressionModel fitted = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1 }).Fit(Plane(50)).Model;
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Quick with { HiddenSizes = [4, 4], Activation = Activation.Tanh, Members = 2 }).Fit(Plane(50), null, fitted));
        Assert.Equal(
            "The initial model does not fit the trainer: it has hidden sizes 8, the trainer 4, 4; it has the activation ReLU, the trainer Tanh; it has members: 1, the trainer 2. Train with the options that the model was trained with.",
            error.Message);
    }

    [Fact]
    public void Fit_Classification_GoesOnToo()
    {
        IDataView colours = Samples.Colours(_context);
        var options = new MlpMulticlassOptions { HiddenSizes = [8], Epochs = 20, Optimizer = Optimizer.Adam(0.01), Patience = null, Seed = 1 };
        MlpMulticlassModel fitted = _context.MulticlassClassification.Trainers.Mlp(options).Fit(colours).Model;
        var history = _context.MulticlassClassification.Trainers.Mlp(options with { Epochs = 1 }).Fit(colours, colours, fitted).Model.History;
        Assert.InRange(history.Epochs[0].ValidationLoss!.Value, 0, 1.1 * fitted.History.Epochs[^1].TrainingLoss!.Value);
    }
}
