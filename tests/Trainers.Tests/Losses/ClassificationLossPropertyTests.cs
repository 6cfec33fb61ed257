using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

public class ClassificationLossPropertyTests(ITestOutputHelper output) : TorchTest
{
    public static TheoryData<string> Losses => [.. ClassificationLossExamples.All];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Parse_NameOfALoss_MakesItAgain(string text)
    {
        Loss loss = ClassificationLossExamples.Of(text, 2).Loss;
        Assert.Equal(text.Split(' ')[^1], loss.Name);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_Gradient_EqualsCentralDifferences(string text)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = ClassificationLossExamples.Of(text, 6);
        double[] gradient = LossChecks.Compute(loss, outputs, targets).Gradient;
        const double step = 1e-5;
        double greatest = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            torch.Tensor nudge = torch.zeros_like(outputs).flatten();
            nudge[i] = torch.tensor(step);
            nudge = nudge.reshape(outputs.shape);
            double difference = (loss.RowLosses(outputs + nudge, targets) - loss.RowLosses(outputs - nudge, targets)).sum().item<double>() / (2 * step);
            greatest = Math.Max(greatest, Math.Abs(difference - gradient[i]));
        }
        output.WriteLine($"{text}: greatest difference {greatest:E1}");
        Assert.InRange(greatest, 0, 1e-7);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_OneRowOfABatch_IsThatRowAloneUnlessTheBatchCounts(string text)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = ClassificationLossExamples.Of(text, 5);
        torch.Tensor all = loss.RowLosses(outputs, targets);
        for (int row = 0; row < 5; row++)
        {
            double expected = loss.IsBatchwise ? all[0].item<double>() : loss.RowLosses(outputs.narrow(0, row, 1), targets.narrow(0, row, 1)).item<double>();
            Assert.Equal(expected, all[row].item<double>(), 1e-14);
        }
        Assert.Equal(text.Split(':')[0] is "tversky" or "dice" or "auc", loss.IsBatchwise);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ShapesThatDoNotFit_AreRefused(string text)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = ClassificationLossExamples.Of(text, 5);
        var error = Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs.narrow(0, 0, 4), targets));
        Assert.Contains($"'{loss.Name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("[4, ", error.Message, StringComparison.Ordinal);
        if (loss is BinaryLoss)
            Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs, targets.squeeze(1)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ExtremeScores_AreFinite(string text)
    {
        foreach (double size in new[] { 0, 1e-30, 1e-4, 17, 30, 88, 89, 104, 710, 2e3, 1e4 })
        {
            (Loss loss, torch.Tensor outputs, torch.Tensor targets) = ClassificationLossExamples.Of(text, 6);
            foreach (torch.Tensor unit in new[] { outputs, outputs.sign(), outputs.abs().sign(), outputs.abs().sign().neg() })
            {
                (double[] losses, double[] gradient) = LossChecks.Compute(loss, (unit * size).to_type(torch.float32), targets.As(torch.float32));
                Assert.All(losses.Concat(gradient), value => Assert.True(double.IsFinite(value), $"{value} at scores of size {size}"));
                Assert.True(losses.Min() >= 0, $"{losses.Min()} at scores of size {size}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_WholeWeights_AreRepeatedRows(string text)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = ClassificationLossExamples.Of(text, 4);
        LossChecks.AssertWholeWeightsAreRepeatedRows(loss, outputs, targets);
    }

    [Theory]
    [InlineData("tversky")]
    [InlineData("dice")]
    [InlineData("auc")]
    [InlineData("auc:surrogate=squared-hinge")]
    public void RowLosses_BatchOfOneClass_HasAGradientAndIsFinite(string text)
    {
        Loss loss = LossCatalog.Binary.Parse(text);
        foreach (torch.Tensor targets in new[] { torch.zeros(3, 1, dtype: torch.float64), torch.ones(3, 1, dtype: torch.float64) })
        {
            (double[] losses, double[] gradient) = LossChecks.Compute(loss, torch.tensor(new[] { 1.0, -2, 0.5 }, [3, 1]), targets);
            Assert.All(losses.Concat(gradient), value => Assert.True(double.IsFinite(value)));
            if (text.StartsWith("auc", StringComparison.Ordinal))
                Assert.All(losses.Concat(gradient), value => Assert.Equal(0, value));
        }
    }

    // Half of the pairs of the AUC surrogates are counted by hand here: positives 2 and 0, negatives 1 and -1.
    [Fact]
    public void AreaUnderCurve_HandComputed_Agrees()
    {
        torch.Tensor scores = torch.tensor(new double[] { 2, 1, 0, -1 }, [4, 1]), targets = torch.tensor(new double[] { 1, 0, 1, 0 }, [4, 1]);
        double logistic = new[] { 1, 3, -1, 1 }.Average(d => Math.Log(1 + Math.Exp(-d)));
        Assert.Equal(logistic, BinaryLoss.AreaUnderCurve().RowLosses(scores, targets)[0].item<double>(), 1e-15);
        Assert.Equal((0 + 0 + 4 + 0) / 4.0, BinaryLoss.AreaUnderCurve(PairSurrogate.SquaredHinge).RowLosses(scores, targets)[0].item<double>(), 1e-15);
    }

    [Theory]
    [InlineData("bce-logits", true)]
    [InlineData("bce-logits:label-smoothing=0.1", true)]
    [InlineData("bce-logits:positive-weight=2", false)]
    [InlineData("bce-probabilities", true)]
    [InlineData("brier", true)]
    [InlineData("focal", false)]
    [InlineData("hinge", false)]
    [InlineData("squared-hinge", false)]
    [InlineData("smoothed-hinge", false)]
    [InlineData("exponential", false)]
    [InlineData("asymmetric", false)]
    [InlineData("gce", false)]
    [InlineData("tversky", false)]
    [InlineData("dice", false)]
    [InlineData("auc", false)]
    public void GivesProbabilities_Binary_IsSaidOfEachLoss(string text, bool gives) => Assert.Equal(gives, LossCatalog.Binary.Parse(text).GivesProbabilities);

    [Fact]
    public void Link_Multiclass_IsSaidOfEachLoss()
    {
        string[] proper = [.. LossCatalog.Multiclass.Entries.Select(entry => entry.Create()).Where(loss => loss.GivesProbabilities).Select(loss => loss.Name)];
        Assert.Equal(["cross-entropy", "nll", "brier", "ordinal"], proper);
        Assert.Equal(Link.Ordinal, MulticlassLoss.Ordinal().Link);
        Assert.Equal(Link.Identity, MulticlassLoss.MultiMargin().Link);
        Assert.False(MulticlassLoss.CrossEntropy(ClassWeights.Balanced).GivesProbabilities);
    }

    [Fact]
    public void FittedTo_Balanced_WeighsAsScikitLearnDoes()
    {
        torch.Tensor classes = torch.tensor(new long[] { 0, 0, 0, 1, 1, 3 });
        MulticlassLoss fitted = MulticlassLoss.CrossEntropy(ClassWeights.Balanced).FittedTo([3, 2, 0, 1]);
        double[] losses = fitted.RowLosses(torch.zeros(6, 4, dtype: torch.float64), classes).data<double>().ToArray();
        // N / (k · N_c): 6 / (4 · 3), 6 / (4 · 2), 6 / (4 · 1); without rows 0.
        Assert.Equal(new[] { 0.5, 0.5, 0.5, 0.75, 0.75, 1.5 }.Select(weight => weight * Math.Log(4)), losses, (a, b) => Math.Abs(a - b) < 1e-12);
        // The last row weighs 5.
        double[] weighted = MulticlassLoss.NegativeLogLikelihood(ClassWeights.Balanced).FittedTo([3, 2, 0, 5]).RowLosses(torch.zeros(6, 4, dtype: torch.float64), classes).data<double>().ToArray();
        Assert.Equal(10 / (4 * 5.0) * Math.Log(4), weighted[5], 1e-12);
        Assert.Contains("3 class weights for 4 classes", Assert.Throws<ArgumentException>(() => MulticlassLoss.CrossEntropy(ClassWeights.Of(1, 2, 3)).FittedTo([3, 2, 0, 1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multi-margin:power=3", "power must be 1 or 2")]
    [InlineData("cross-entropy:class-weights=1/-1", "'class-weights' of 'cross-entropy' is 1/-1, but must be none or balanced, or numbers such as 1/2, each at least 0")]
    [InlineData("cross-entropy:class-weights=0/0", "not all of them 0")]
    [InlineData("cross-entropy:label-smoothing=1", "at least 0 and less than 1")]
    [InlineData("poly-1:epsilon=-2", "at least -1")]
    [InlineData("gce:q=0", "between 1e-6 and 1")]
    public void Parse_Fault_SaysWhatIsAllowed(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => LossCatalog.Multiclass.Parse(text)).Message, StringComparison.Ordinal);
}
