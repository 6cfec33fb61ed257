using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>The constant scores that gradients lead to are those that each loss's documentation says, on rows of which 3 of 10 are positive, or of classes with shares 0.5, 0.3 and 0.2.</summary>
public class ClassificationLossOptimumTests(ITestOutputHelper output) : TorchTest
{
    private const double Share = 0.3;
    private static readonly double LogOdds = Math.Log(Share / (1 - Share));
    private static readonly double[] Shares = [0.5, 0.3, 0.2];

    public static TheoryData<string, double> BinaryOptima => new()
    {
        { "bce-logits", LogOdds },
        { "bce-probabilities", LogOdds },
        { "brier", LogOdds },
        { "bce-logits:positive-weight=3", LogOdds + Math.Log(3) },
        { "bce-logits:label-smoothing=0.2", Math.Log((Share * 0.8 + 0.1) / (0.9 - Share * 0.8)) },
        { "exponential", LogOdds / 2 },
        { "squared-hinge", 2 * Share - 1 },
        { "hinge", -1 },
        { "smoothed-hinge", Bisect(x => Share * -Math.Min(1, Math.Max(0, 1 - x)) + (1 - Share) * Math.Min(1, Math.Max(0, 1 + x))) },
        { "smoothed-hinge:smoothing=0.3", Bisect(x => Share * -Math.Min(1, Math.Max(0, 1 - x) / 0.3) + (1 - Share) * Math.Min(1, Math.Max(0, 1 + x) / 0.3)) },
        { "focal", BisectProbability(p => 0.25 * Share * FocalSlope(p, 2) - 0.75 * (1 - Share) * FocalSlope(1 - p, 2)) },
        { "focal:gamma=1,alpha=0.5", BisectProbability(p => Share * FocalSlope(p, 1) - (1 - Share) * FocalSlope(1 - p, 1)) },
        { "asymmetric:gamma-positive=0,gamma-negative=2,margin=0", BisectProbability(p => -Share / p + (1 - Share) * (-2 * p * Math.Log(1 - p) + p * p / (1 - p))) },
        // Odds to the power of 1 / (1 - q).
        { "gce:q=0.3", LogOdds / 0.7 },
    };

    // The derivative of -(1 - p)^γ·log p by p.
    private static double FocalSlope(double p, double gamma) => gamma * Math.Pow(1 - p, gamma - 1) * Math.Log(p) - Math.Pow(1 - p, gamma) / p;

    private static double BisectProbability(Func<double, double> slope) => Bisect(x => slope(1 / (1 + Math.Exp(-x))));

    private static double Bisect(Func<double, double> slope)
    {
        double low = -20, high = 20;
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = slope(middle) < 0 ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }

    private static double[] Minimise(int count, double start, Func<torch.Tensor, torch.Tensor> meanLoss) =>
        ResilientPropagation.Minimise([.. Enumerable.Range(0, count).Select(i => start + 0.1 * i)], 0.1, 1, meanLoss);

    [Theory]
    [MemberData(nameof(BinaryOptima))]
    public void RowLosses_BinaryConstantFollowingTheGradient_ComesToTheStatedOptimum(string text, double optimum)
    {
        BinaryLoss loss = LossCatalog.Binary.Parse(text);
        torch.Tensor targets = torch.tensor(new double[] { 1, 0, 0, 1, 0, 0, 0, 1, 0, 0 }, [10, 1]);
        double found = Minimise(1, 0.9, score => loss.RowLosses(score.unsqueeze(0).expand(10, 1), targets).mean())[0];
        output.WriteLine($"{text}: found {found:G10}, optimum {optimum:G10}");
        Assert.Equal(optimum, found, 1e-6);
    }

    // Where the stated optimum is the likelier class itself, scores run away to it.
    [Theory]
    [InlineData("gce:q=1")]
    [InlineData("tversky")]
    [InlineData("dice")]
    public void RowLosses_BoundedLosses_RunToAnEnd(string text)
    {
        BinaryLoss loss = LossCatalog.Binary.Parse(text);
        torch.Tensor targets = torch.tensor(new double[] { 1, 0, 0, 1, 0, 0, 0, 1, 0, 0 }, [10, 1]);
        double At(double score) => loss.RowLosses(torch.full([10, 1], score, dtype: torch.float64), targets).mean().item<double>();
        // A soft F measure is best with every row found; absolute error with none.
        double sign = text.StartsWith("gce", StringComparison.Ordinal) ? -1 : 1;
        Assert.True(At(sign * 30) < At(sign * 3) && At(sign * 3) < At(-sign * 3));
    }

    // Two kinds of rows with shares 0.8 and 0.2 of positive rows: with a consistent surrogate those of the first score higher, by the stated difference.
    [Theory]
    [InlineData("auc", 2.772588722239781)]
    [InlineData("auc:surrogate=squared-hinge", 0.8823529411764706)]
    public void RowLosses_AreaUnderCurve_OrdersKindsOfRowsByTheirShare(string text, double difference)
    {
        BinaryLoss loss = LossCatalog.Binary.Parse(text);
        torch.Tensor targets = torch.tensor(new double[] { 1, 1, 1, 1, 0, 0, 0, 0, 0, 1 }, [10, 1]);
        double[] found = Minimise(2, 0, scores => loss.RowLosses(torch.cat([scores[0].expand(5), scores[1].expand(5)]).unsqueeze(1), targets).mean());
        output.WriteLine($"{text}: found a difference of {found[0] - found[1]:G10}, optimum {difference:G10}");
        Assert.Equal(difference, found[0] - found[1], 1e-6);
    }

    public static TheoryData<string> Multiclass => ["cross-entropy", "nll", "brier", "ordinal", "cross-entropy:class-weights=1/0.5/3", "cross-entropy:label-smoothing=0.3", "gce:q=0.3"];

    [Theory]
    [MemberData(nameof(Multiclass))]
    public void RowLosses_MulticlassConstantFollowingTheGradient_ComesToTheStatedShares(string text)
    {
        MulticlassLoss loss = LossCatalog.Multiclass.Parse(text);
        torch.Tensor classes = torch.tensor(new long[] { 0, 0, 0, 0, 0, 1, 1, 1, 2, 2 });
        double[] scores = Minimise(loss.OutputCount(3), 0.5, own => loss.RowLosses(own.unsqueeze(0).expand(10, own.shape[0]), classes).mean());
        double[] found = PointPrediction.Of(new PredictionForm(loss.Link, 1, []), torch.tensor(scores).unsqueeze(0)).data<double>().ToArray();
        double[] raw = text switch
        {
            "cross-entropy:class-weights=1/0.5/3" => [Shares[0], Shares[1] / 2, Shares[2] * 3],
            "cross-entropy:label-smoothing=0.3" => [.. Shares.Select(share => 0.7 * share + 0.1)],
            "gce:q=0.3" => [.. Shares.Select(share => Math.Pow(share, 1 / 0.7))],
            _ => Shares,
        };
        output.WriteLine($"{text}: found {string.Join(", ", found.Select(p => $"{p:G8}"))}, optimum {string.Join(", ", raw.Select(p => $"{p / raw.Sum():G8}"))}");
        for (int i = 0; i < 3; i++)
            Assert.Equal(raw[i] / raw.Sum(), found[i], 1e-6);
    }

    // A stationary point, found independently: the gradient of the mean loss as the formula has it, by p, is alike for all classes up to a constant.
    [Theory]
    [InlineData("focal:gamma=2")]
    [InlineData("sce:alpha=1,beta=0.5")]
    [InlineData("poly-1:epsilon=1")]
    public void RowLosses_MulticlassWithoutClosedForm_IsStationaryByTheFormula(string text)
    {
        MulticlassLoss loss = LossCatalog.Multiclass.Parse(text);
        torch.Tensor classes = torch.tensor(new long[] { 0, 0, 0, 0, 0, 1, 1, 1, 2, 2 });
        double[] scores = Minimise(3, 0.5, own => loss.RowLosses(own.unsqueeze(0).expand(10, 3), classes).mean());
        double[] p = [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];
        double Slope(double q) => text[0] switch { 'f' => FocalSlope(q, 2), 's' => -1 / q - 0.5 * 4, _ => -1 / q - 1 };
        // On the simplex the derivatives by p of Σ share·loss(p) agree.
        double[] slopes = [.. p.Select((q, i) => Shares[i] * Slope(q))];
        output.WriteLine($"{text}: found {string.Join(", ", p.Select(q => $"{q:G8}"))}, slopes {string.Join(", ", slopes.Select(s => $"{s:G8}"))}");
        Assert.Equal(slopes[0], slopes[1], 1e-6);
        Assert.Equal(slopes[0], slopes[2], 1e-6);
        Assert.True(p[0] > p[1] && p[1] > p[2]);
    }

    [Fact]
    public void RowLosses_MultiMargin_PutsTheCommonestClassAMarginAhead()
    {
        MulticlassLoss loss = MulticlassLoss.MultiMargin();
        torch.Tensor classes = torch.tensor(new long[] { 0, 0, 0, 0, 0, 0, 1, 1, 2, 2 });
        double[] scores = Minimise(3, 0.1, own => loss.RowLosses(own.unsqueeze(0).expand(10, 3), classes).mean());
        output.WriteLine($"multi-margin: found {string.Join(", ", scores.Select(score => $"{score:G8}"))}");
        Assert.Equal(1, scores[0] - Math.Max(scores[1], scores[2]), 1e-5);
    }

    [Fact]
    public void Optima_OfAllEntries_AreTested()
    {
        IEnumerable<string> binary = BinaryOptima.Select<object[], string>(row => NameOf(row)).Concat(["tversky", "dice", "auc"]);
        IEnumerable<string> multiclass = Multiclass.Select<object[], string>(row => NameOf(row)).Concat(["focal", "sce", "poly-1", "multi-margin"]);
        Assert.Empty(LossCatalog.Binary.Entries.Select(entry => entry.Name).Except(binary));
        Assert.Empty(LossCatalog.Multiclass.Entries.Select(entry => entry.Name).Except(multiclass));

        static string NameOf(object[] row) => ((string)row[0]).Split(':')[0];
    }
}
