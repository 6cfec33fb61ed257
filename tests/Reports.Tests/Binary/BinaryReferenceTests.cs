using MLNet.LossExperiments.Reports.Tests.Reference;

namespace MLNet.LossExperiments.Reports.Tests.Binary;

/// <summary>Every figure of two classes is what scikit-learn, SciPy and NumPy make of the same predictions.</summary>
public sealed class BinaryReferenceTests
{
    private static readonly ReferenceCase Case = ReferenceCase.Of("binary");

    private static BinaryPredictions Predictions { get; } = new() { Actual = Case.Flags("actual"), Scores = Case.Singles("scores"), HasProbabilities = true };

    private static BinaryEvaluation Evaluation { get; } = BinaryEvaluation.Of(Predictions, EvaluationChecks.Quick with { FalseNegativeCost = 5 });

    [Fact]
    public void Metrics_PlainRows_AreThoseOfScikitLearn() => EvaluationChecks.AssertMetrics(Case.Metrics("metrics"), Evaluation);

    [Fact]
    public void Metrics_WeightedRows_AreThoseOfScikitLearn() =>
        EvaluationChecks.AssertMetrics(Case.Metrics("weightedMetrics"), BinaryEvaluation.Of(Predictions with { Weights = Case.Singles("weights") }, EvaluationChecks.Quick));

    [Fact]
    public void Intervals_ManyResamples_AreThoseOfAnotherBootstrap() => EvaluationChecks.AssertIntervals(Case, BinaryEvaluation.Of(Predictions, EvaluationChecks.Thorough));

    [Fact]
    public void Roc_Points_LieOnTheCurveOfScikitLearn()
    {
        RocCurve roc = Evaluation.Roc!;
        (double, double)[] all = [.. Case.Numbers("falsePositiveRate").Zip(Case.Numbers("truePositiveRate"))];
        foreach ((double across, double up) in roc.FalsePositiveRate.Zip(roc.TruePositiveRate))
            Assert.Contains(all, point => Math.Abs(point.Item1 - across) < 1e-9 && Math.Abs(point.Item2 - up) < 1e-9);
        // What was left out lies on straight lines: the area is the whole one.
        double area = Enumerable.Range(1, roc.Thresholds.Count - 1).Sum(i => (roc.FalsePositiveRate[i] - roc.FalsePositiveRate[i - 1]) * (roc.TruePositiveRate[i] + roc.TruePositiveRate[i - 1]) / 2);
        Assert.Equal(Case.Metrics("metrics")["auc"], area, 1e-9);
    }

    [Fact]
    public void Roc_Thresholds_GiveTheirPoints()
    {
        RocCurve roc = Evaluation.Roc!;
        for (int i = 0; i < roc.Thresholds.Count; i++)
        {
            (double tp, double fp) = CallAbove(roc.Thresholds[i]);
            EvaluationChecks.AssertClose([tp / Evaluation.Thresholds.Positives, fp / Evaluation.Thresholds.Negatives], [roc.TruePositiveRate[i], roc.FalsePositiveRate[i]]);
        }
    }

    [Fact]
    public void PrecisionRecall_Thresholds_GiveTheirPoints()
    {
        PrecisionRecallCurve curve = Evaluation.PrecisionRecall!;
        double area = curve.Precision[0] * curve.Recall[0];
        for (int i = 0; i < curve.Thresholds.Count; i++)
        {
            (double tp, double fp) = CallAbove(curve.Thresholds[i]);
            EvaluationChecks.AssertClose([tp / Evaluation.Thresholds.Positives, tp / (tp + fp)], [curve.Recall[i], curve.Precision[i]]);
            area += i == 0 ? 0 : (curve.Recall[i] - curve.Recall[i - 1]) * curve.Precision[i];
        }
        Assert.Equal(Case.Metrics("metrics")["average-precision"], area, 1e-9);
    }

    [Fact]
    public void Thresholds_Counts_AreThoseOfRowsAbove()
    {
        ThresholdCounts counts = Evaluation.Thresholds;
        Assert.InRange(counts.Thresholds.Count, 100, 600);
        Assert.Contains(0.5, counts.Thresholds);
        for (int i = 0; i < counts.Thresholds.Count; i++)
            Assert.Equal(CallAbove(counts.Thresholds[i]), (counts.TruePositives[i], counts.FalsePositives[i]));
        Assert.Equal((0, 0), (counts.TruePositives[^1], counts.FalsePositives[^1]));
    }

    [Fact]
    public void BestThresholds_Each_AreBestOfAll()
    {
        ThresholdFigures Best(string name) => Evaluation.BestThresholds.Single(best => best.Name == name).Figures;
        EvaluationChecks.AssertClose([Case.Number("leastCost")], [Best("cost").Cost]);
        EvaluationChecks.AssertClose([Case.Number("greatestF1")], [Best("f1").F1]);
        EvaluationChecks.AssertClose([Case.Number("greatestYouden")], [Best("youden").Recall + Best("youden").Specificity - 1]);
    }

    [Fact]
    public void Calibration_Bins_AreThoseOfNumPyAndSciPy()
    {
        double[][] expected = Case.Table("bins");
        Assert.Equal(expected.Length, Evaluation.Calibration.Count);
        foreach ((double[] wanted, CalibrationBin bin) in expected.Zip(Evaluation.Calibration))
            EvaluationChecks.AssertClose(wanted, [bin.MeanProbability, bin.ObservedShare, bin.Low, bin.High, bin.Weight]);
    }

    [Fact]
    public void Gain_Points_LieOnTheCurveOfNumPy()
    {
        GainCurve gain = Evaluation.Gain!;
        double[][] all = Case.Table("gainAtGroups");
        foreach ((double taken, double found) in gain.RowShare.Zip(gain.PositiveShare).Skip(1))
            Assert.Contains(all, point => Math.Abs(point[0] - taken) < 1e-9 && Math.Abs(point[1] - found) < 1e-9);
        EvaluationChecks.AssertClose(gain.PositiveShare.Zip(gain.RowShare, (found, taken) => found / taken).Skip(1), gain.Lift.Skip(1));
    }

    [Fact]
    public void Worst_Rows_HaveTheGreatestLogLosses() =>
        EvaluationChecks.AssertClose(Case.Numbers("worst"), Evaluation.Worst.Rows.Take(5).Select(row => row.Badness));

    [Fact]
    public void Scores_Distributions_HoldAllRows()
    {
        Assert.Equal(Evaluation.Thresholds.Positives, Evaluation.Scores.Positive.Sum());
        Assert.Equal(Evaluation.Thresholds.Negatives, Evaluation.Scores.Negative.Sum());
    }

    private static (double TruePositives, double FalsePositives) CallAbove(double threshold)
    {
        (bool Actual, float Score)[] called = [.. Predictions.Actual.Zip(Predictions.Scores).Where(row => row.Second > threshold)];
        return (called.Count(row => row.Actual), called.Count(row => !row.Actual));
    }
}
