using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests.Experiments;

/// <summary>Preparation is fitted to each split by itself, so that cells of one comparison may differ in the number of their features or classes.</summary>
public class CellKindTests : TorchTest
{
    private readonly MLContext _context = new(1);

    private sealed class House
    {
        public string City { get; set; } = "";

        public float Price { get; set; }
    }

    private sealed class Animal
    {
        public float Size { get; set; }

        public string Kind { get; set; } = "";
    }

    // 8 of 120 rows have a city of their own: a fold that holds one out trains without a slot for it.
    [Fact]
    public void CompareLosses_CategoryAbsentFromSomeTrainingRows_ComparesAll()
    {
        string[] common = ["Bonn", "Trier", "Aachen"];
        IDataView data = _context.Data.LoadFromEnumerable([.. Enumerable.Range(0, 120).Select(row => new House { City = row % 15 == 4 ? $"place {row}" : common[row % 3], Price = row % 3 * 10 + row % 7 })]);
        LossComparison comparison = _context.Regression.CompareLosses(data, new RegressionLossExperiment
        {
            Losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError(), RegressionLoss.LogCosh()], Seeds = [1, 2], Folds = 4, RefitsBest = false,
            Preprocessing = _context.Transforms.Categorical.OneHotEncoding("Features", "City"),
            Trainer = new MlpRegressionOptions { LabelColumnName = "Price", HiddenSizes = [8], Epochs = 40, Optimizer = Optimizer.Adam(0.05) },
        }).Comparison;
        Assert.Equal(3 * 2 * 4, comparison.Cells.Count);
        Assert.All(comparison.Cells, cell => Assert.Null(cell.Failure));
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics["r2"].Mean > 0.4, $"{setting.Setting.Loss} {setting.Metrics["r2"].Mean}"));
    }

    // The key is made of each split's training rows: where the only parrot is held out there are two classes, otherwise three.
    [Fact]
    public void CompareLosses_ClassAbsentFromSomeTrainingRows_ComparesAll()
    {
        IDataView data = _context.Data.LoadFromEnumerable([.. Enumerable.Range(0, 90).Select(row => new Animal { Size = row % 2 == 0 ? 1 + row / 90f : 3 + row / 90f, Kind = row == 40 ? "parrot" : row % 2 == 0 ? "cat" : "dog" })]);
        LossComparison comparison = _context.MulticlassClassification.CompareLosses(data, new MulticlassLossExperiment
        {
            Losses = [MulticlassLoss.CrossEntropy(), MulticlassLoss.CrossEntropy(ClassWeights.Balanced), MulticlassLoss.MultiMargin()], Seeds = [1, 2], Folds = 3, RefitsBest = false,
            Preprocessing = _context.Transforms.Conversion.MapValueToKey("Label", "Kind").Append(_context.Transforms.Concatenate("Features", "Size")),
            Trainer = new MlpMulticlassOptions { HiddenSizes = [8], Epochs = 40, Optimizer = Optimizer.Adam(0.05) },
        }).Comparison;
        Assert.Equal(3 * 2 * 3, comparison.Cells.Count);
        Assert.All(comparison.Cells, cell => Assert.Null(cell.Failure));
        Assert.All(comparison.Settings, setting => Assert.True(setting.Metrics["accuracy"].Mean > 0.8, $"{setting.Setting.Loss} {setting.Metrics["accuracy"].Mean}"));
    }
}
