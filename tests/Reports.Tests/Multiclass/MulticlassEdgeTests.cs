namespace MLNet.LossExperiments.Reports.Tests.Multiclass;

/// <summary>What is not defined is null, with the reason; never a made-up number, never an exception.</summary>
public sealed class MulticlassEdgeTests
{
    private static MulticlassEvaluation Evaluate(int[] actual, float[] scores, bool hasProbabilities = true, float[]? weights = null) => MulticlassEvaluation.Of(
        new MulticlassPredictions { Classes = ["x", "y", "z"], Actual = actual, Scores = scores, HasProbabilities = hasProbabilities, Weights = weights }, EvaluationChecks.Quick);

    [Fact]
    public void Of_NoRows_DefinesNothing()
    {
        MulticlassEvaluation evaluation = Evaluate([], []);
        Assert.All(evaluation.Metrics, metric => Assert.NotNull(metric.WhyUndefined));
        Assert.Empty(evaluation.ConfusedPairs);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_OneRow_IsEvaluated()
    {
        MulticlassEvaluation evaluation = Evaluate([2], [0.1f, 0.7f, 0.2f]);
        Assert.Equal(0, evaluation.Metric("accuracy").Value);
        Assert.Equal([0.0, 1, 1], evaluation.Top.Select(top => top.Accuracy));
        Assert.Equal(("z", "y"), (evaluation.ConfusedPairs[0].Actual, evaluation.ConfusedPairs[0].Predicted));
        Assert.True(double.IsNaN(evaluation.Metric("mcc").Value));
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void PerClass_ClassThatIsNeitherThereNorPredicted_HasNoFigures()
    {
        ClassFigures missing = Evaluate([0, 1], [1, 0, 0, 0, 1, 0]).PerClass[2];
        Assert.Equal((0, 0), (missing.Support, missing.Predicted));
        Assert.All([missing.Precision, missing.Recall, missing.F1], metric => Assert.True(double.IsNaN(metric.Value) && metric.WhyUndefined is not null));
    }

    [Fact]
    public void Metrics_ClassThatIsNotThere_DoesNotCountInMeans() => Assert.Equal(1, Evaluate([0, 1], [1, 0, 0, 0, 1, 0]).Metric("balanced-accuracy").Value);

    [Fact]
    public void Of_UnknownClassesAndNoNumbers_AreLeftOut()
    {
        MulticlassEvaluation evaluation = Evaluate([-1, 0, 3, 1], [1, 0, 0, 1, 0, 0, 1, 0, 0, float.NaN, 0, 0]);
        Assert.Equal((1, 3), (evaluation.Rows.Count, evaluation.Rows.LeftOut));
    }

    [Fact]
    public void Of_ScoresThatTie_PredictTheFirst()
    {
        MulticlassEvaluation evaluation = Evaluate([1], [0, 0, 0], hasProbabilities: false);
        Assert.Equal("x", evaluation.ConfusedPairs[0].Predicted);
        Assert.Equal([0.0, 1, 1], evaluation.Top.Select(top => top.Accuracy));
        Assert.DoesNotContain(evaluation.Metrics, metric => metric.Name is "log-loss" or "brier" or "ece");
        Assert.Empty(evaluation.Calibration);
    }

    [Fact]
    public void Of_WholeWeights_AreRowsRepeated()
    {
        MulticlassEvaluation weighted = Evaluate([0, 1, 2], [0.6f, 0.3f, 0.1f, 0.5f, 0.3f, 0.2f, 0.1f, 0.1f, 0.8f], weights: [2, 1, 1]);
        MulticlassEvaluation repeated = Evaluate([0, 0, 1, 2], [0.6f, 0.3f, 0.1f, 0.6f, 0.3f, 0.1f, 0.5f, 0.3f, 0.2f, 0.1f, 0.1f, 0.8f]);
        // Two rows say more about chance than one of double weight.
        EvaluationChecks.AssertClose(repeated.Metrics.Where(metric => metric.Name != "ece").Select(metric => metric.Value), weighted.Metrics.Where(metric => metric.Name != "ece").Select(metric => metric.Value), 1e-12);
    }

    [Fact]
    public void Of_LengthsThatDoNotFit_AreRefused()
    {
        Assert.Contains("6 scores, not 5", Assert.Throws<ArgumentException>(() => Evaluate([0, 1], new float[5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MulticlassEvaluation.Of(new MulticlassPredictions { Classes = ["x"], Actual = [0], Scores = [1], HasProbabilities = true }));
    }
}
