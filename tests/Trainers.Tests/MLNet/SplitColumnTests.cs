using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.MLNet;

/// <summary>Groups and times, through ML.NET's API.</summary>
public class SplitColumnTests
{
    private readonly MLContext _context = new(seed: 1);

    private sealed class PanelRow
    {
        [Microsoft.ML.Data.VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }

        public string Shop { get; set; } = "";

        public DateTime Day { get; set; }
    }

    // 20 shops on 15 days; the rows of a day are not together.
    private IDataView Panel() => _context.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(i => new PanelRow
    {
        Features = [i % 7, i % 11],
        Label = i % 7 + i % 11,
        Shop = $"shop {i % 20}",
        Day = new DateTime(2024, 1, 1).AddDays(i * 7 % 15),
    }).ToList());

    private static MlpRegressionOptions Options => new() { HiddenSizes = [4], Epochs = 2, Seed = 1 };

    [Theory]
    [InlineData(null)]
    [InlineData(64)]
    public void Fit_Groups_ValidatesOnWholeGroups(int? most)
    {
        var trainer = _context.Regression.Trainers.Mlp(Options with { GroupColumnName = "Shop", BatchSize = 8, MaxRowsInMemory = most });
        TrainingHistory history = trainer.Fit(Panel()).Model.History;
        // A tenth of 20 shops of 15 rows.
        Assert.Equal((270, 30), (history.TrainingRows, history.ValidationRows));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(64)]
    public void Fit_Times_ValidatesOnTheLatestDays(int? most)
    {
        TrainingHistory history = _context.Regression.Trainers.Mlp(Options with { TimeColumnName = "Day", ValidationFraction = 0.2, BatchSize = 8, MaxRowsInMemory = most }).Fit(Panel()).Model.History;
        // Three of 15 days of 20 rows.
        Assert.Equal((240, 60), (history.TrainingRows, history.ValidationRows));
    }

    [Fact]
    public void Fit_ColumnThatIsNotThere_IsAnErrorThatNamesTheOthers()
    {
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Options with { GroupColumnName = "Patient" }).Fit(Panel()));
        Assert.Equal("GroupColumnName is 'Patient', but the rows have no such column. Their columns are Features, Label, Shop, Day.", error.Message);
        Assert.Throws<MlpOptionsException>(() => _context.Regression.Trainers.Mlp(Options with { GroupColumnName = "Shop", TimeColumnName = "Day" }));
    }

    [Fact]
    public void CompareLosses_Times_RollsTheOriginAndCountsSplitsOnce()
    {
        var experiment = new RegressionLossExperiment { Trainer = Options, Seeds = [1, 2], Folds = 4, TimeColumnName = "Day", RefitsBest = false };
        LossComparison comparison = _context.Regression.CompareLosses(Panel(), experiment).Comparison;
        Assert.Equal((8, 4), (comparison.Splits, comparison.DistinctSplits));
        Assert.All(comparison.Metrics.Where(metric => metric.Name == "rmse"), metric => Assert.Equal(4, metric.Splits));
        // Three days of 20 rows before the first fold, and in each.
        Assert.All(comparison.Cells, cell => Assert.Equal((60 * (cell.Fold + 1), 60), (cell.TrainingRows, cell.TestRows)));
    }

    [Fact]
    public void CompareLosses_Groups_HoldsWholeGroupsOut()
    {
        var experiment = new RegressionLossExperiment { Trainer = Options, Seeds = [1], Folds = 5, GroupColumnName = "Shop", RefitsBest = false };
        LossComparison comparison = _context.Regression.CompareLosses(Panel(), experiment).Comparison;
        Assert.All(comparison.Cells, cell => Assert.Equal((240, 60), (cell.TrainingRows, cell.TestRows)));
        foreach (ExperimentCell cell in comparison.Cells.Take(5))
            Assert.Equal(4, cell.HeldOut!.Rows.Select(row => row % 20).Distinct().Count());
    }
}
