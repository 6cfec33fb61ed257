using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class StreamingTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Options => new() { HiddenSizes = [8], Epochs = 6, BatchSize = 16, Patience = null, Dropout = 0.1, Optimizer = Optimizer.Adam(0.01), Seed = 7 };

    private MlpRegressionModel Fit(MlpRegressionOptions options, int rows = 300, int? validation = null)
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(rows));
        return (validation is { } count
            ? _context.Regression.Trainers.Mlp(options).Fit(data, _context.Data.LoadFromEnumerable(Samples.Plane(count)))
            : _context.Regression.Trainers.Mlp(options).Fit(data)).Model;
    }

    [Theory]
    [InlineData(304)]
    [InlineData(320)]
    [InlineData(100_000)]
    public void Fit_AllRowsFit_GivesTheSameBitsAsInMemory(int most)
    {
        foreach (MlpRegressionOptions options in new[] { Options, Options with { Patience = 3 } })
            Assert.Equal(Bits.Of(Fit(options).Network), Bits.Of(Fit(options with { MaxRowsInMemory = most }).Network));
    }

    [Fact]
    public void Fit_BlockOfAllRows_EqualsStreamingItInOneBlock()
    {
        // 160 rows in one block of ten batches; a block of 160 that is not known to be all is streamed when one validation row more does not fit.
        MlpRegressionModel inMemory = Fit(Options, rows: 160, validation: 200);
        MlpRegressionModel streamed = Fit(Options with { MaxRowsInMemory = 160 }, rows: 160, validation: 200);
        Assert.Equal(Bits.Of(inMemory.Network), Bits.Of(streamed.Network));
        Assert.Equal(inMemory.History.Epochs[^1].ValidationLoss!.Value, streamed.History.Epochs[^1].ValidationLoss!.Value, 1e-6);
    }

    [Fact]
    public void Fit_ManyBlocks_LearnsAndCountsTheRows()
    {
        MlpRegressionModel model = Fit(Options with { MaxRowsInMemory = 64, Epochs = 40, Dropout = 0 }, rows: 1000);
        Assert.Equal((1000, 0), (model.History.TrainingRows, model.History.ValidationRows));
        Assert.InRange(model.History.Epochs[^1].TrainingLoss!.Value, 0, 0.02);
    }

    [Fact]
    public void Fit_ManyBlocks_SplitsValidationRowsOffThatAreNotTrainedOn()
    {
        TrainingHistory history = Fit(Options with { MaxRowsInMemory = 128, Patience = 3 }, rows: 1000).History;
        Assert.Equal(1000, history.TrainingRows + history.ValidationRows);
        Assert.Equal(100, history.ValidationRows);
        Assert.NotNull(history.Epochs[0].ValidationLoss);
    }

    [Fact]
    public void Fit_ManyBlocksTwice_GivesTheSameBits()
    {
        MlpRegressionOptions options = Options with { MaxRowsInMemory = 64, Patience = 3, Members = 2 };
        Assert.Equal(Bits.Of(Fit(options, 500).Members), Bits.Of(Fit(options, 500).Members));
    }

    [Fact]
    public void Fit_WeightsAndClasses_AreStreamedToo()
    {
        NumberRow[] rows = [.. Samples.Plane(400).Select((row, i) => new NumberRow { Features = row.Features, Label = row.Label, Weight = 1 + i % 5 })];
        IDataView data = _context.Data.LoadFromEnumerable(rows);
        MlpRegressionOptions options = Options with { ExampleWeightColumnName = "Weight", Epochs = 30 };
        double whole = _context.Regression.Trainers.Mlp(options).Fit(data).Model.History.Epochs[^1].TrainingLoss!.Value;
        double streamed = _context.Regression.Trainers.Mlp(options with { MaxRowsInMemory = 96 }).Fit(data).Model.History.Epochs[^1].TrainingLoss!.Value;
        // The variance of the labels is 2.5.
        Assert.All([whole, streamed], loss => Assert.InRange(loss, 0, 0.025));

        IDataView colours = Samples.Colours(_context, 400);
        var model = _context.MulticlassClassification.Trainers.Mlp(new MlpMulticlassOptions { Epochs = 20, MaxRowsInMemory = 64, Seed = 1, Optimizer = Optimizer.Adam(0.01) }).Fit(colours);
        Assert.True(_context.MulticlassClassification.Evaluate(model.Transform(colours)).MicroAccuracy > 0.95);
    }

    [Fact]
    public void Fit_RowsThatChangeBetweenPasses_IsAnError()
    {
        int pass = 0;
        IEnumerable<NumberRow> Changing() => Samples.Plane(200 + 20 * pass++);
        IDataView changing = _context.Data.LoadFromEnumerable(new Sequence(Changing));
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Options with { MaxRowsInMemory = 64 }).Fit(changing));
        Assert.Contains("rows in one pass and ", error.Message, StringComparison.Ordinal);
    }

    private sealed class Sequence(Func<IEnumerable<NumberRow>> rows) : IEnumerable<NumberRow>
    {
        public IEnumerator<NumberRow> GetEnumerator() => rows().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
