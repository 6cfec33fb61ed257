using MLNet.LossExperiments.Metrics;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Metrics;

/// <summary>Metrics against scikit-learn 1.2.1 (sklearn.metrics, with sample_weight) on the same numbers; the calibration error and Brier's score of several classes against NumPy.</summary>
public class MetricTests : TorchTest
{
    private static readonly double[] Scores = [0.3, -1.2, 2.0, 0.3, -0.5, 0.0, 1.5, -2.0];
    private static readonly double[] Labels = [1, 0, 1, 0, 0, 1, 0, 1];
    private static readonly double[] Weights = [1, 2, 1, 3, 1, 1, 2, 1];

    [Theory]
    [InlineData("accuracy", 0.4166666666666667)]
    [InlineData("auc", 0.484375)]
    [InlineData("f1", 0.36363636363636365)]
    [InlineData("log-loss", 0.8723243879451394)]
    [InlineData("brier", 0.3164682643837373)]
    [InlineData("ece", 0)]
    public void Evaluate_Binary_IsScikitLearns(string name, double expected) =>
        Assert.Equal(expected, MetricCatalog.Binary.Parse(name).Evaluate(torch.tensor(Scores, [8, 1]), torch.tensor(Labels, [8, 1]), torch.tensor(Weights)), 1e-12);

    [Theory]
    [InlineData("accuracy", 0.6666666666666666)]
    [InlineData("balanced-accuracy", 0.7222222222222222)]
    [InlineData("macro-f1", 0.6222222222222222)]
    [InlineData("log-loss", 0.6751593747908972)]
    [InlineData("brier", 0.4077777777777778)]
    [InlineData("ece", 0)]
    public void Evaluate_Multiclass_IsScikitLearns(string name, double expected)
    {
        torch.Tensor probabilities = torch.tensor(new[] { .7, .2, .1, .1, .3, .6, .2, .5, .3, .4, .35, .25, .05, .9, .05, .3, .3, .4 }, [6, 3]);
        torch.Tensor classes = torch.tensor(new long[] { 0, 1, 1, 2, 1, 2 });
        Assert.Equal(expected, MetricCatalog.Multiclass.Parse(name).Evaluate(probabilities, classes, torch.tensor(new double[] { 1, 2, 1, 1, 3, 1 })), 1e-12);
        torch.Tensor hard = torch.nn.functional.one_hot(classes, 3).to_type(torch.float64);
        Assert.Equal(expected, MetricCatalog.Multiclass.Parse(name).Evaluate(probabilities, hard, torch.tensor(new double[] { 1, 2, 1, 1, 3, 1 })), 1e-12);
    }

    [Theory]
    [InlineData("rmse", 0.823754471047914)]
    [InlineData("mae", 0.7857142857142857)]
    [InlineData("mape", 0.2857142857142857)]
    [InlineData("r2", 0.8839441535776614)]
    public void Evaluate_Regression_IsScikitLearns(string name, double expected) => Assert.Equal(
        expected, MetricCatalog.Regression.Parse(name).Evaluate(torch.tensor(new[] { 1.5, 2.0, -1.0, 4.0 }, [4, 1]), torch.tensor(new[] { 1.0, 2.5, -2.0, 5.0 }, [4, 1]), torch.tensor(new double[] { 1, 2, 1, 3 })), 1e-12);

    [Fact]
    public void Evaluate_WeightTwo_IsTheRowTwice()
    {
        int[] twice = [.. Enumerable.Range(0, 8).SelectMany(i => Enumerable.Repeat(i, (int)Weights[i]))];
        torch.Tensor Repeated(double[] values) => torch.tensor(twice.Select(i => values[i]).ToArray(), [twice.Length, 1]);
        // Two rows say more about chance than one of double weight.
        foreach (var entry in MetricCatalog.Binary.Entries.Where(entry => entry.Name != BinaryMetric.ExpectedCalibrationError.Name))
            Assert.Equal(entry.Create().Evaluate(torch.tensor(Scores, [8, 1]), torch.tensor(Labels, [8, 1]), torch.tensor(Weights)), entry.Create().Evaluate(Repeated(Scores), Repeated(Labels), null), 1e-12);
    }

    [Fact]
    public void Evaluate_Miscalibrated_IsTheDebiasedErrorOfNumPy()
    {
        double binary = BinaryMetric.ExpectedCalibrationError.Evaluate(
            torch.tensor(new[] { 2.2, 2.3, 2.25, -2.1, -2.2, -2.15, 0.1 }, [7, 1]), torch.tensor(new double[] { 0, 0, 1, 1, 0, 1, 1 }, [7, 1]), torch.tensor(new double[] { 1, 2, 1, 3, 1, 1, 2 }));
        Assert.Equal(0.48217982277329696, binary, 1e-12);
        double multiclass = MulticlassMetric.ExpectedCalibrationError.Evaluate(
            torch.tensor(new[] { .7, .2, .1, .1, .71, .19, .2, .1, .7, .3, .4, .3, .41, .3, .29 }, [5, 3]), torch.tensor(new long[] { 1, 1, 0, 1, 2 }), torch.tensor(new double[] { 1, 2, 1, 1, 3 }));
        Assert.Equal(0.0, multiclass, 1e-12);
    }

    [Fact]
    public void Evaluate_ImpossibleLabels_HaveTheGreatestFiniteLogLoss()
    {
        double greatest = 23 * Math.Log(2);
        Assert.Equal(greatest, BinaryMetric.LogLoss.Evaluate(torch.tensor(new[] { 80.0, -1000 }, [2, 1]), torch.tensor(new double[] { 0, 1 }, [2, 1]), null), 1e-9);
        Assert.Equal(greatest, MulticlassMetric.LogLoss.Evaluate(torch.tensor(new[] { 0.0, 1, 0 }, [1, 3]), torch.tensor(new long[] { 2 }), null), 1e-9);
        Assert.Equal(0, BinaryMetric.LogLoss.Evaluate(torch.tensor(new[] { 80.0, -1000 }, [2, 1]), torch.tensor(new double[] { 1, 0 }, [2, 1]), null), 1e-9);
    }

    [Fact]
    public void Evaluate_WhereAMetricIsNotDefined_IsNoNumber()
    {
        torch.Tensor labels = torch.full(3, 1, 0.1, dtype: torch.float64), weights = torch.tensor(new[] { 0.3, 0.7, 1.1 });
        Assert.True(double.IsNaN(RegressionMetric.RSquared.Evaluate(torch.tensor(new[] { 0.1, 0.2, 0.3 }, [3, 1]), labels, weights)));
        Assert.True(double.IsNaN(RegressionMetric.MeanAbsolutePercentageError.Evaluate(torch.ones(3, 1), torch.zeros(3, 1), null)));
        Assert.True(double.IsNaN(BinaryMetric.F1Score.Evaluate(torch.zeros(3, 1), torch.zeros(3, 1), null)));
        Assert.True(double.IsNaN(BinaryMetric.ExpectedCalibrationError.Evaluate(torch.zeros(1, 1), torch.ones(1, 1), null)));
        Assert.Equal(0, BinaryMetric.F1Score.Evaluate(torch.zeros(3, 1), torch.ones(3, 1), null));
    }

    [Fact]
    public void Evaluate_OneClassOnly_HasNoArea() => Assert.True(double.IsNaN(BinaryMetric.AreaUnderRocCurve.Evaluate(torch.zeros(3, 1), torch.ones(3, 1), null)));
}
