using Microsoft.ML;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class MonitorFaultTests
{
    private readonly MLContext _context = new(1);

    private IDataView Flags(int rows, int positives) =>
        _context.Transforms.Conversion.ConvertType("Label", "Label", Microsoft.ML.Data.DataKind.Boolean).Fit(Rows(rows, positives)).Transform(Rows(rows, positives));

    private IDataView Rows(int rows, int positives) => _context.Data.LoadFromEnumerable(Samples.Plane(rows).Select((row, i) => new NumberRow { Features = row.Features, Label = i < positives ? 1 : 0 }));

    [Fact]
    public void Fit_AucOfValidationRowsOfOneClass_SaysWhy()
    {
        var options = new MlpBinaryOptions { HiddenSizes = [4], Epochs = 5, Monitor = ValidationMonitor.Of(BinaryMetric.AreaUnderRocCurve), Seed = 1 };
        MlpTrainingException error = Assert.Throws<MlpTrainingException>(() => _context.BinaryClassification.Trainers.Mlp(options).Fit(Flags(100, 4), Flags(30, 0)));
        Assert.Equal(
            "The monitor 'auc' is NaN on the validation rows in epoch 1, so that no epoch is the best. All 30 validation rows have the label false. Give more validation rows, with labels of every kind, or watch the loss.", error.Message);
        // A schedule that waits for a plateau watches too; where nothing does, the number is merely noted.
        Assert.Throws<MlpTrainingException>(() => _context.BinaryClassification.Trainers.Mlp(options with { Patience = null, Schedule = LearningRateSchedule.Plateau() }).Fit(Flags(100, 4), Flags(30, 0)));
        var model = _context.BinaryClassification.Trainers.Mlp(options with { Patience = null }).Fit(Flags(100, 4), Flags(30, 0)).Model;
        Assert.All(model.History.Epochs, epoch => Assert.True(double.IsNaN(epoch.ValidationMetric!.Value)));
    }

    [Fact]
    public void Fit_DeterminationOfOneRow_SaysWhy()
    {
        var options = new MlpRegressionOptions { HiddenSizes = [4], Epochs = 5, Monitor = ValidationMonitor.Of(RegressionMetric.RSquared), Seed = 1 };
        IDataView one = _context.Data.LoadFromEnumerable([new NumberRow { Features = [1, 2], Label = 7 }]);
        MlpTrainingException error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(options).Fit(_context.Data.LoadFromEnumerable(Samples.Plane(50)), one));
        Assert.Matches("^The monitor 'r2' is (NaN|minus infinity) on the validation rows in epoch 1, ", error.Message);
        Assert.Contains("The only validation row has the label 7.", error.Message, StringComparison.Ordinal);
    }
}
