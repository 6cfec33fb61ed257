using System.Text.Json;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Comparison;

/// <summary>What is made of the networks of a comparison: intervals, courses, shapes, pairs.</summary>
public sealed class ComparisonTests
{
    private static readonly JsonElement Case = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "comparisons.json"))).RootElement;

    private static readonly double[][] Values = Case.GetProperty("values").Deserialize<double[][]>()!;

    [Fact]
    public void LossMetric_Interval_IsThatOfSciPy()
    {
        LossMetric metric = LossMetric.Of("rmse", Values[0], Case.GetProperty("testShare").GetDouble(), 1, 1.5);
        EvaluationChecks.AssertClose(Case.GetProperty("interval").Deserialize<double[]>()!, [metric.Low, metric.High], 1e-9);
        Assert.Equal(Case.GetProperty("deviation").GetDouble(), metric.StandardDeviation, 1e-9);
        Assert.True(double.IsNaN(LossMetric.Of("rmse", [1], 0.25, 1, 1).Low));
    }

    [Fact]
    public void LossCourse_FitsOfDifferentLength_ListsWhatHalfOfThemReachedAndKeepsThoseThatStopped()
    {
        static TrainingHistory History(int epochs, double level) => new("mse", "RMSE", 1, epochs, StopReason.NoImprovement, 10, 5, 0, [.. Enumerable.Range(1, epochs).Select(i => new EpochRecord(i, level, null, level + 1, level + 2, 0.1, 1))]);
        LossCourse course = LossCourse.Of("mse", [History(2, 1), History(4, 3), History(6, 5), History(6, 7)]);
        Assert.Equal([1, 2, 3, 4, 5, 6], course.Epochs);
        Assert.Equal([4, 4, 4, 4, 4, 4], course.TrainingLoss);
        Assert.Equal([5, 5, 5, 5, 5, 5], course.ValidationLoss);
        Assert.Equal([1, 2, 3], LossCourse.Of("mse", [History(2, 1), History(3, 3), History(9, 5)]).Epochs);
        Assert.Equal(4.5, course.MeanBestEpoch);
        Assert.Equal(3 + 0.1 * 3 * 2, course.MetricLow[0], 1e-9);
    }

    [Fact]
    public void LossShape_Losses_ShareOneRangeThatHoldsZero()
    {
        IReadOnlyList<LossShape> shapes = LossShape.Of("residual", [("mse", error => error * error, [1, 2, 3]), ("mae", Math.Abs, [2, 4])]);
        Assert.Equal((0, 4), (shapes[0].Errors[0], shapes[0].Errors[^1]));
        Assert.Equal(shapes[0].Errors, shapes[1].Errors);
        Assert.Equal(16, shapes[0].Charges[^1]);
        Assert.Equal((3, 2), (shapes[0].Met!.Counts.Sum(), shapes[1].Met!.Counts.Sum()));
        Assert.Null(LossShape.Of("margin", [("hinge", margin => Math.Max(0, 1 - margin), null)])[0].Met);
    }

    [Fact]
    public void LossShape_ErrorsMet_AreChargedOneOnAverage()
    {
        double[] met = [.. Enumerable.Range(0, 2001).Select(i => (i / 500.0) - 2)];
        IReadOnlyList<LossShape> shapes = LossShape.Of("residual", [("mse", error => 7 + error * error, met), ("mae", Math.Abs, met)]);
        // Of errors spread evenly from -2 to 2 the mean square is 4/3, and the mean size 1.
        Assert.Equal([4.0 / 3, 1], shapes.Select(shape => Math.Round(shape.Unit, 2)), (expected, actual) => Math.Abs(expected - actual) < 0.02);
        Assert.Equal(4 / shapes[0].Unit, shapes[0].RelativeCharges()[0], 1e-9);
    }

    [Fact]
    public void LossShape_RangeGiven_CountsWhatIsBeyondAndTakesTheUnitAtAPoint()
    {
        LossShape shape = LossShape.Of("score", [("hinge", score => Math.Max(0, 1 - score), [-5, 0, 1, 2, 9])], (-4, 4), 0)[0];
        Assert.Equal((-4, 4, 1.0), (shape.Errors[0], shape.Errors[^1], shape.Unit));
        Assert.Equal((1, 1, 3.0), (shape.Met!.Below, shape.Met.Above, shape.Met.Counts.Sum()));
        Assert.Equal(5, shape.RelativeCharges()[0], 1e-9);
        Assert.Throws<ArgumentException>(() => LossShape.Of("score", [], (1, 1), 0));
    }

    [Fact]
    public void PredictionPair_TwoLosses_AreCorrelatedOverAllRows()
    {
        static KeyValuePair<string, IReadOnlyList<float>> Of(string name, double[] values) => KeyValuePair.Create<string, IReadOnlyList<float>>(name, [.. values.Select(value => (float)value)]);
        PredictionPair pair = PredictionPair.Of("label", Of("mse", Values[0]), Of("mae", Values[1]), new float[12], null, EvaluationChecks.Quick with { SampledRows = 5 });
        Assert.Equal(Case.GetProperty("correlation").GetDouble(), pair.Correlation, 1e-6);
        Assert.Equal(Values[1].Average() - Values[0].Average(), pair.MeanDifference, 1e-6);
        Assert.Equal((12, 5, 5), (pair.TotalRows, pair.Rows.Count, pair.Actual.Count));
        Assert.Throws<ArgumentException>(() => PredictionPair.Of("label", Of("mse", [1]), Of("mae", [1, 2]), []));
    }

    [Fact]
    public void ComparisonReport_AsJson_IsReadAgain()
    {
        var report = new ComparisonReport
        {
            Title = "t",
            Task = "regression",
            Data = new DataSummary { Name = "d", Label = "y", Rows = 12 },
            Splits = 12,
            Criterion = "rmse",
            Metrics = [new MetricComparison("rmse", "RMSE", false, true, null, "a", "a", 0.01, ["a", "b"], [new LossDifference("b", 0.1, double.NaN, 0.3, 0.2, 0.1, 0.3, 0.6, DifferenceVerdict.PracticallyEqual)])],
            Losses = [new ComparedLoss("a", new LossSummary("mse", "(y − ŷ)²"), 0.01, "64,32", [LossMetric.Of("rmse", Values[0], 0.25, 1, 1.5)], 0, null, 12, 3)],
        };
        string json = ReportJson.Write(report);
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadComparison(json)));
        Assert.Contains("\"verdict\":\"practicallyEqual\"", json, StringComparison.Ordinal);
    }

    // Verdicts of before meant something else: "real" was said of too many differences.
    [Fact]
    public void ReadComparison_AnEarlierVersion_IsRefused()
    {
        JsonException e = Assert.Throws<JsonException>(() => ReportJson.ReadComparison(ReportJson.Write(Samples.SampleComparison.Report() with { SchemaVersion = 1 })));
        Assert.Contains("schemaVersion 1", e.Message, StringComparison.Ordinal);
    }
}
