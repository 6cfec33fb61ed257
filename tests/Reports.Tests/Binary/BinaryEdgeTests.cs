namespace MLNet.LossExperiments.Reports.Tests.Binary;

/// <summary>What is not defined is null, with the reason; never a made-up number, never an exception.</summary>
public sealed class BinaryEdgeTests
{
    private static BinaryEvaluation Evaluate(bool[] actual, float[] scores, bool hasProbabilities = true, float[]? weights = null) =>
        BinaryEvaluation.Of(new BinaryPredictions { Actual = actual, Scores = scores, HasProbabilities = hasProbabilities, Weights = weights }, EvaluationChecks.Quick);

    private static void AssertUndefined(BinaryEvaluation evaluation, params string[] names)
    {
        foreach (MetricEstimate metric in evaluation.Metrics)
        {
            Assert.True(double.IsNaN(metric.Value) == names.Contains(metric.Name), $"{metric.Name} is {metric.Value}.");
            Assert.Equal(names.Contains(metric.Name), metric.WhyUndefined is not null);
        }
    }

    [Fact]
    public void Of_NoRows_DefinesNothing()
    {
        BinaryEvaluation evaluation = Evaluate([], []);
        Assert.All(evaluation.Metrics, metric => Assert.NotNull(metric.WhyUndefined));
        Assert.Null(evaluation.Roc);
        Assert.Null(evaluation.Gain);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_OneRow_DefinesWhatOneClassAllows()
    {
        BinaryEvaluation evaluation = Evaluate([true], [0.9f]);
        AssertUndefined(evaluation, "balanced-accuracy", "auc", "specificity", "mcc", "log-loss-reduction", "ece");
        Assert.All(evaluation.Metrics, metric => Assert.True(double.IsNaN(metric.Low) && double.IsNaN(metric.High), $"{metric.Name} has an interval."));
        Assert.Equal(1, evaluation.Metric("accuracy").Value);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_NegativeRowsAlone_HasNoCurves()
    {
        BinaryEvaluation evaluation = Evaluate([false, false], [0.1f, 0.2f]);
        AssertUndefined(evaluation, "balanced-accuracy", "auc", "average-precision", "f1", "precision", "recall", "mcc", "log-loss-reduction", "ece");
        Assert.Null(evaluation.Roc);
        Assert.Null(evaluation.PrecisionRecall);
        Assert.Empty(evaluation.BestThresholds);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_ConstantScores_AreChance()
    {
        BinaryEvaluation evaluation = Evaluate([true, false, false, false], [0.5f, 0.5f, 0.5f, 0.5f]);
        Assert.Equal(0.5, evaluation.Metric("auc").Value);
        Assert.Equal(0.25, evaluation.Metric("average-precision").Value);
        Assert.Equal(0, evaluation.AtThreshold.CalledPositive);
        Assert.Equal([0.0, 1], evaluation.Roc!.FalsePositiveRate);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_ScoresThatAreNoProbabilities_HasNoFiguresOfProbabilities()
    {
        BinaryEvaluation evaluation = Evaluate([true, false, true], [3, -2, -1], hasProbabilities: false);
        Assert.DoesNotContain(evaluation.Metrics, metric => metric.Name is "log-loss" or "brier" or "ece");
        Assert.Empty(evaluation.Calibration);
        Assert.Equal(0, evaluation.AtThreshold.Threshold);
        Assert.Equal(1, evaluation.AtThreshold.FalseNegatives);
        Assert.Equal(2, evaluation.Worst.Rows[0].Row);
        EvaluationChecks.AssertIsJson(evaluation);
    }

    [Fact]
    public void Of_ProbabilitiesOfZeroAndOne_CostMuchButNotWithoutEnd()
    {
        BinaryEvaluation evaluation = Evaluate([true, false], [0, 1]);
        // 2⁻²³, where scikit-learn clips probabilities of 32 bits.
        Assert.Equal(23 * Math.Log(2), evaluation.Metric("log-loss").Value, 1e-9);
        Assert.Contains(evaluation.Thresholds.Thresholds, threshold => threshold < 0);
        Assert.Equal((1, 1), (evaluation.Thresholds.TruePositives[0], evaluation.Thresholds.FalsePositives[0]));
    }

    [Fact]
    public void Of_ScoresThatAreNoNumbers_AreLeftOut() => Assert.Equal((1, 1), (Evaluate([true, false], [0.7f, float.NaN]).Rows.Count, Evaluate([true, false], [0.7f, float.NaN]).Rows.LeftOut));

    [Fact]
    public void Of_NoProbability_IsRefusedByItsRow() =>
        Assert.Contains("row 1 is 1.5", Assert.Throws<ArgumentException>(() => Evaluate([true, false], [0.7f, 1.5f])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_WholeWeights_AreRowsRepeated()
    {
        BinaryEvaluation weighted = Evaluate([true, false, true, false], [0.8f, 0.7f, 0.3f, 0.3f], weights: [2, 1, 1, 3]);
        BinaryEvaluation repeated = Evaluate([true, true, false, true, false, false, false], [0.8f, 0.8f, 0.7f, 0.3f, 0.3f, 0.3f, 0.3f]);
        // Two rows say more about chance than one of double weight.
        EvaluationChecks.AssertClose(repeated.Metrics.Where(metric => metric.Name != "ece").Select(metric => metric.Value), weighted.Metrics.Where(metric => metric.Name != "ece").Select(metric => metric.Value), 1e-12);
        EvaluationChecks.AssertClose(repeated.Gain!.PositiveShare, weighted.Gain!.PositiveShare, 1e-12);
    }

    [Fact]
    public void Of_FalseNegativesThatCostMuch_LowersTheThreshold()
    {
        bool[] actual = [.. Enumerable.Range(0, 1000).Select(i => i % 20 < i / 100 * 2 + 1)];
        float[] scores = [.. Enumerable.Range(0, 1000).Select(i => i / 1000f)];
        double Best(double cost) => BinaryEvaluation.Of(new BinaryPredictions { Actual = actual, Scores = scores, HasProbabilities = true }, EvaluationChecks.Quick with { FalseNegativeCost = cost }).BestThresholds[0].Figures.Threshold;
        // Probabilities are right here, but for their last digit, so that the best threshold is 1 / (1 + cost).
        Assert.InRange(Best(1), 0.45, 0.55);
        Assert.InRange(Best(4), 0.15, 0.25);
    }
}
