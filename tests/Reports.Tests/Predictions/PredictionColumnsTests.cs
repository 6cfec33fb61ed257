using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports.Tests.Predictions;

/// <summary>Predictions are read from what ML.NET's transformers add.</summary>
public sealed class PredictionColumnsTests
{
    private readonly MLContext _ml = new(seed: 1);

    private IDataView Data() => _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 300).Select(i => new Row
    {
        Features = [i % 10, i % 7],
        Number = i % 10 + 1,
        Flag = i % 10 > 4,
        Class = (i % 10) switch { < 3 => "low", < 7 => "middle", _ => "high" },
        Weight = i % 3,
    }));

    [Fact]
    public void From_Regression_ReadsLabelScoreAndWeight()
    {
        IDataView data = Data(), predicted = _ml.Regression.Trainers.Sdca("Number").Fit(data).Transform(data);
        RegressionEvaluation evaluation = RegressionEvaluation.Of(RegressionPredictions.From(predicted, "Number", weight: "Weight"), EvaluationChecks.Quick);
        Assert.Equal("Number", evaluation.Target);
        Assert.Equal(300, evaluation.Rows.TotalWeight);
        EvaluationChecks.AssertClose(
            [_ml.Regression.Evaluate(predicted, "Number").RSquared], [RegressionEvaluation.Of(RegressionPredictions.From(predicted, "Number"), EvaluationChecks.Quick).Metric("r2").Value]);
    }

    [Fact]
    public void From_BinaryWithProbabilities_TakesThem()
    {
        IDataView data = Data(), predicted = _ml.BinaryClassification.Trainers.SdcaLogisticRegression("Flag").Fit(data).Transform(data);
        BinaryPredictions predictions = BinaryPredictions.From(predicted, "Flag");
        Assert.True(predictions.HasProbabilities);
        CalibratedBinaryClassificationMetrics theirs = _ml.BinaryClassification.Evaluate(predicted, "Flag");
        BinaryEvaluation ours = BinaryEvaluation.Of(predictions, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose([theirs.AreaUnderRocCurve, theirs.Accuracy, theirs.LogLoss * Math.Log(2)], [ours.Metric("auc").Value, ours.Metric("accuracy").Value, ours.Metric("log-loss").Value]);
        Assert.Equal(ours.Metric("log-loss").Value, RowCosts.LogLosses(predictions).Average(), 1e-9);
    }

    [Fact]
    public void From_BinaryThatDecidesElsewhere_HasTheThresholdOfTheModel()
    {
        IDataView predicted = _ml.Data.LoadFromEnumerable(new[] { (0.3f, false, false), (0.6f, false, false), (0.7f, true, true), (0.9f, false, true) }
            .Select(row => new Decision { Probability = row.Item1, Label = row.Item2, PredictedLabel = row.Item3 }));
        BinaryPredictions predictions = BinaryPredictions.From(predicted);
        Assert.Equal(0.65, predictions.Threshold!.Value, 1e-6);
        Assert.Equal(0.75, BinaryEvaluation.Of(predictions, EvaluationChecks.Quick).Metric("accuracy").Value);
    }

    [Fact]
    public void From_BinaryWithoutProbabilities_TakesScores()
    {
        IDataView data = Data(), predicted = _ml.BinaryClassification.Trainers.LinearSvm("Flag").Fit(data).Transform(data);
        BinaryPredictions predictions = BinaryPredictions.From(predicted, "Flag");
        Assert.False(predictions.HasProbabilities);
        Assert.Equal(1 - BinaryEvaluation.Of(predictions, EvaluationChecks.Quick).Metric("accuracy").Value, RowCosts.LogLosses(predictions).Average(), 1e-9);
    }

    [Fact]
    public void From_Multiclass_ReadsTheNamesOfClasses()
    {
        IDataView data = Data();
        IDataView predicted = _ml.Transforms.Conversion.MapValueToKey("Label", "Class").Append(_ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Fit(data).Transform(data);
        MulticlassPredictions predictions = MulticlassPredictions.From(predicted);
        Assert.Equal(["low", "middle", "high"], predictions.Classes);
        MulticlassEvaluation ours = MulticlassEvaluation.Of(predictions, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose([_ml.MulticlassClassification.Evaluate(predicted).MacroAccuracy], [ours.Metric("balanced-accuracy").Value]);
        Assert.Equal(ours.Metric("log-loss").Value, RowCosts.LogLosses(predictions).Average(), 1e-9);
    }

    [Fact]
    public void From_ColumnThatIsMissingOrOfAnotherKind_IsNamed()
    {
        IDataView data = Data(), predicted = _ml.Regression.Trainers.Sdca("Number").Fit(data).Transform(data);
        Assert.Contains("no column 'Price'", Assert.Throws<ArgumentException>(() => RegressionPredictions.From(predicted, "Price")).Message, StringComparison.Ordinal);
        Assert.Contains("'Class' holds String", Assert.Throws<ArgumentException>(() => RegressionPredictions.From(predicted, "Class")).Message, StringComparison.Ordinal);
    }

    private sealed class Decision
    {
        public float Probability { get; set; }

        public bool Label { get; set; }

        public bool PredictedLabel { get; set; }
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public float Number { get; set; }

        public bool Flag { get; set; }

        public string Class { get; set; } = "";

        public float Weight { get; set; }
    }
}
