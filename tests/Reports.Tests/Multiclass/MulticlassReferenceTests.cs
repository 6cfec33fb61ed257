using MLNet.LossExperiments.Reports.Tests.Reference;

namespace MLNet.LossExperiments.Reports.Tests.Multiclass;

/// <summary>Every figure of several classes is what scikit-learn and NumPy make of the same predictions.</summary>
public sealed class MulticlassReferenceTests
{
    private static readonly ReferenceCase Case = ReferenceCase.Of("multiclass");

    private static MulticlassPredictions Predictions { get; } = new()
    {
        Classes = ["a", "b", "c", "d", "e", "f"],
        Actual = Case.Integers("actual"),
        Scores = Case.Singles("scores"),
        HasProbabilities = true,
    };

    private static MulticlassEvaluation Evaluation { get; } = MulticlassEvaluation.Of(Predictions, EvaluationChecks.Quick);

    private static MulticlassEvaluation Weighted { get; } = MulticlassEvaluation.Of(Predictions with { Weights = Case.Singles("weights") }, EvaluationChecks.Quick);

    [Fact]
    public void Metrics_PlainRows_AreThoseOfScikitLearn() => EvaluationChecks.AssertMetrics(Case.Metrics("metrics"), Evaluation);

    [Fact]
    public void Metrics_WeightedRows_AreThoseOfScikitLearn() => EvaluationChecks.AssertMetrics(Case.Metrics("weightedMetrics"), Weighted);

    [Fact]
    public void Intervals_ManyResamples_AreThoseOfAnotherBootstrap() => EvaluationChecks.AssertIntervals(Case, MulticlassEvaluation.Of(Predictions, EvaluationChecks.Thorough));

    [Fact]
    public void Confusion_Counts_AreThoseOfScikitLearn()
    {
        EvaluationChecks.AssertClose(Case.Table("confusion").SelectMany(row => row), Evaluation.Confusion.Counts.SelectMany(row => row));
        EvaluationChecks.AssertClose(Case.Table("weightedConfusion").SelectMany(row => row), Weighted.Confusion.Counts.SelectMany(row => row));
        Assert.False(Evaluation.Confusion.IsGrouped);
    }

    [Fact]
    public void PerClass_Figures_AreThoseOfScikitLearn()
    {
        static double[] Figures(ClassFigures own) => [own.Precision.Value, own.Recall.Value, own.F1.Value, own.Support];
        EvaluationChecks.AssertClose(Case.Table("perClass").SelectMany(row => row), Evaluation.PerClass.SelectMany(Figures));
        EvaluationChecks.AssertClose(Case.Table("weightedPerClass").SelectMany(row => row), Weighted.PerClass.SelectMany(Figures));
    }

    [Fact]
    public void Top_Accuracies_AreThoseOfScikitLearn()
    {
        EvaluationChecks.AssertClose(Case.Numbers("top"), Evaluation.Top.Select(top => top.Accuracy));
        EvaluationChecks.AssertClose(Case.Numbers("weightedTop"), Weighted.Top.Select(top => top.Accuracy));
        Assert.Equal([1, 2, 3, 4, 5], Evaluation.Top.Select(top => top.Count));
    }

    [Fact]
    public void Confusion_MoreClassesThanShown_PutsTheRarestTogether()
    {
        ConfusionMatrix grouped = MulticlassEvaluation.Of(Predictions, EvaluationChecks.Quick with { ConfusionClasses = 3 }).Confusion;
        Assert.True(grouped.IsGrouped);
        Assert.Equal(["a", "b", "4 others"], grouped.Classes);
        Assert.Equal(250, grouped.Counts.Sum(row => row.Sum()));
        Assert.Equal(Evaluation.Confusion.Counts[0][1], grouped.Counts[0][1]);
        Assert.Equal(Evaluation.Confusion.Counts[0].Skip(2).Sum(), grouped.Counts[0][2]);
    }

    [Fact]
    public void ConfusedPairs_Examples_AreRowsOfThatMistake()
    {
        double[][] confusion = Case.Table("confusion");
        float[] scores = Case.Singles("scores");
        Assert.Equal(confusion.SelectMany((row, i) => row.Where((_, j) => i != j)).Max(), Evaluation.ConfusedPairs[0].Weight);
        foreach (ConfusedPair pair in Evaluation.ConfusedPairs)
        {
            (int actual, int predicted) = (pair.Actual[0] - 'a', pair.Predicted[0] - 'a');
            Assert.Equal(confusion[actual][predicted], pair.Weight);
            Assert.Equal(confusion[actual][predicted] / confusion[actual].Sum(), pair.ShareOfActual, 1e-12);
            Assert.NotEmpty(pair.Examples);
            foreach (int row in pair.Examples)
            {
                Assert.Equal(actual, Predictions.Actual[row]);
                Assert.Equal(scores.AsSpan(row * 6, 6).ToArray().Max(), scores[row * 6 + predicted]);
            }
        }
    }

    [Fact]
    public void Calibration_Bins_HoldTheConfidenceOfAllRows()
    {
        Assert.Equal(250, Evaluation.Calibration.Sum(bin => bin.Weight));
        double right = Evaluation.Calibration.Where(bin => bin.Weight > 0).Sum(bin => bin.Weight * bin.ObservedShare);
        Assert.Equal(Case.Metrics("metrics")["accuracy"], right / 250, 1e-12);
        // Chance adds to what bins show.
        double plugIn = Math.Sqrt(Evaluation.Calibration.Where(bin => bin.Weight > 0).Sum(bin => bin.Weight * Math.Pow(bin.ObservedShare - bin.MeanProbability, 2)) / 250);
        Assert.InRange(Evaluation.Metric("ece").Value, 0.5 * plugIn, plugIn);
    }

    [Fact]
    public void Images_Misclassified_AreShownWithTheirPixels()
    {
        ImageExamples images = MulticlassEvaluation.Of(Predictions with { ImageShape = new ImageShape(2, 1), Pixels = row => new byte[] { (byte)row, 7 } }, EvaluationChecks.Quick with { Images = 4 }).Images!;
        Assert.Equal((2, 1, 1, 4), (images.Width, images.Height, images.Channels, images.Images.Count));
        foreach (ImageExample image in images.Images)
        {
            Assert.NotEqual(image.Actual, image.Predicted);
            Assert.Equal(new byte[] { (byte)image.Row, 7 }, image.Pixels.ToArray());
        }
    }

    [Fact]
    public void Of_PixelsOfAnotherShape_AreRefused() =>
        Assert.Throws<ArgumentException>(() => MulticlassEvaluation.Of(Predictions with { ImageShape = new ImageShape(3, 3), Pixels = _ => new byte[2] }, EvaluationChecks.Quick));
}
