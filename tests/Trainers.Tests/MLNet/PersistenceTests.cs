using Microsoft.ML;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.MLNet;

public sealed class PersistenceTests : IDisposable
{
    private readonly MLContext _context = new(seed: 1);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

    public void Dispose() => File.Delete(_file);

    private ITransformer SaveAndLoad(ITransformer model, IDataView data)
    {
        _context.Model.Save(model, data.Schema, _file);
        return new MLContext().Model.Load(_file, out _);
    }

    private static string[] Preview(ITransformer model, IDataView data) =>
        [.. model.Transform(data).Preview(50).RowView.SelectMany(row => row.Values).Where(value => value.Key is "Score" or "Probability" or "PredictedLabel").Select(value => $"{value.Value}")];

    [Fact]
    public void Load_Regression_ScoresToTheBitAndKeepsItsHistory()
    {
        IDataView data = Samples.Boston(_context);
        var pipeline = _context.Transforms.NormalizeMeanVariance("Features").Append(_context.Regression.Trainers.Mlp(new MlpRegressionOptions { Epochs = 3, MeasureTrainingLoss = false, OutputRange = OutputRange.Scaled(0, 60) }));
        var model = pipeline.Fit(data);

        ITransformer loaded = SaveAndLoad(model, data);

        Assert.Equal(Samples.Scores(_context, model.Transform(data)), Samples.Scores(_context, loaded.Transform(data)));
        var last = (ISingleFeaturePredictionTransformer<MlpRegressionModel>)((IEnumerable<ITransformer>)loaded).Last();
        TrainingHistory history = model.LastTransformer.Model.History;
        Assert.Equal(history.Epochs, last.Model.History.Epochs);
        Assert.Equal(history with { Epochs = [] }, last.Model.History with { Epochs = [] });
        Assert.Equal(OutputRange.Scaled(0, 60), last.Model.Network.OutputRange);
    }

    [Fact]
    public void Load_Binary_GivesTheSameScoresProbabilitiesAndLabels()
    {
        IDataView data = Samples.Xor(_context);
        var model = _context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 3 }).Fit(data);
        Assert.Equal(Preview(model, data), Preview(SaveAndLoad(model, data), data));
    }

    [Fact]
    public void Load_Multiclass_GivesTheSameScoresAndLabels()
    {
        IDataView data = Samples.Colours(_context);
        var model = _context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 3 }).Fit(data);
        ITransformer loaded = SaveAndLoad(model, data);
        Assert.Equal(Preview(model, data), Preview(loaded, data));
        Assert.Equal(model.Model.ClassCount, ((ISingleFeaturePredictionTransformer<MlpMulticlassModel>)loaded).Model.ClassCount);
    }

    [Fact]
    public void Load_OneVersusAllAndThreshold_Survive()
    {
        IDataView data = Samples.Colours(_context);
        var all = _context.MulticlassClassification.Trainers.OneVersusAll(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 3 })).Fit(data);
        Assert.Equal(Preview(all, data), Preview(SaveAndLoad(all, data), data));

        IDataView xor = Samples.Xor(_context);
        var shifted = _context.BinaryClassification.ChangeModelThreshold(_context.BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { Epochs = 3 }).Fit(xor), 0.1f);
        Assert.Equal(Preview(shifted, xor), Preview(SaveAndLoad(shifted, xor), xor));
    }
}
