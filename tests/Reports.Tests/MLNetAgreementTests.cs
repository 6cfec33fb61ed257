using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Reports.Tests.Reference;

namespace MLNet.LossExperiments.Reports.Tests;

/// <summary>Every figure that ML.NET's evaluators give, too, is the same.</summary>
public sealed class MLNetAgreementTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Regression_Metrics_AreThoseOfEvaluate()
    {
        ReferenceCase reference = ReferenceCase.Of("regression");
        float[] actual = reference.Singles("actual"), predicted = reference.Singles("predicted");
        RegressionMetrics theirs = _ml.Regression.Evaluate(_ml.Data.LoadFromEnumerable(actual.Zip(predicted, (label, score) => new NumberRow { Label = label, Score = score })));
        RegressionEvaluation ours = RegressionEvaluation.Of(new RegressionPredictions { Actual = actual, Predicted = predicted }, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose(
            [theirs.RootMeanSquaredError, theirs.MeanAbsoluteError, theirs.MeanSquaredError, theirs.RSquared],
            [ours.Metric("rmse").Value, ours.Metric("mae").Value, ours.Metric("mse").Value, ours.Metric("r2").Value]);
    }

    [Fact]
    public void Binary_Metrics_AreThoseOfEvaluate()
    {
        ReferenceCase reference = ReferenceCase.Of("binary");
        bool[] actual = reference.Flags("actual");
        float[] scores = reference.Singles("scores");
        CalibratedBinaryClassificationMetrics theirs = _ml.BinaryClassification.Evaluate(_ml.Data.LoadFromEnumerable(actual.Zip(scores, (label, score) =>
            new FlagRow { Label = label, Probability = score, Score = score - 0.5f, PredictedLabel = score > 0.5f })));
        BinaryEvaluation ours = BinaryEvaluation.Of(new BinaryPredictions { Actual = actual, Scores = scores, HasProbabilities = true }, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose(
            [theirs.Accuracy, theirs.AreaUnderRocCurve, theirs.F1Score, theirs.PositivePrecision, theirs.PositiveRecall, theirs.NegativeRecall, theirs.LogLoss * Math.Log(2), theirs.LogLossReduction],
            new[] { "accuracy", "auc", "f1", "precision", "recall", "specificity", "log-loss", "log-loss-reduction" }.Select(name => ours.Metric(name).Value));
        EvaluationChecks.AssertClose(
            theirs.ConfusionMatrix.Counts.SelectMany(row => row),
            [ours.AtThreshold.TruePositives, ours.AtThreshold.FalseNegatives, ours.AtThreshold.FalsePositives, ours.AtThreshold.TrueNegatives]);
    }

    [Fact]
    public void Multiclass_Metrics_AreThoseOfEvaluate()
    {
        ReferenceCase reference = ReferenceCase.Of("multiclass");
        int[] actual = reference.Integers("actual");
        float[] scores = reference.Singles("scores");
        // In objects, LoadFromEnumerable counts keys from 0.
        IEnumerable<ClassRow> rows = actual.Select((label, row) => new ClassRow
        {
            Label = (uint)label,
            Score = scores[(row * 6)..(row * 6 + 6)],
            PredictedLabel = (uint)scores.AsSpan(row * 6, 6).IndexOf(scores.AsSpan(row * 6, 6).ToArray().Max()),
        });
        MulticlassClassificationMetrics theirs = _ml.MulticlassClassification.Evaluate(_ml.Data.LoadFromEnumerable(rows), topKPredictionCount: 3);
        MulticlassEvaluation ours = MulticlassEvaluation.Of(
            new MulticlassPredictions { Classes = ["a", "b", "c", "d", "e", "f"], Actual = actual, Scores = scores, HasProbabilities = true }, EvaluationChecks.Quick);
        EvaluationChecks.AssertClose(
            [theirs.MicroAccuracy, theirs.MacroAccuracy, theirs.LogLoss, theirs.LogLossReduction, theirs.TopKAccuracy],
            [ours.Metric("accuracy").Value, ours.Metric("balanced-accuracy").Value, ours.Metric("log-loss").Value, ours.Metric("log-loss-reduction").Value, ours.Top[2].Accuracy]);
        EvaluationChecks.AssertClose(theirs.ConfusionMatrix.Counts.SelectMany(row => row), ours.Confusion.Counts.SelectMany(row => row));
        EvaluationChecks.AssertClose(theirs.ConfusionMatrix.PerClassPrecision, ours.PerClass.Select(own => own.Precision.Value));
        EvaluationChecks.AssertClose(theirs.ConfusionMatrix.PerClassRecall, ours.PerClass.Select(own => own.Recall.Value));
    }

    private sealed class NumberRow
    {
        public float Label { get; set; }

        public float Score { get; set; }
    }

    private sealed class FlagRow
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }

        public bool PredictedLabel { get; set; }
    }

    private sealed class ClassRow
    {
        [KeyType(6)]
        public uint Label { get; set; }

        [VectorType(6)]
        public float[] Score { get; set; } = [];

        [KeyType(6)]
        public uint PredictedLabel { get; set; }
    }
}
