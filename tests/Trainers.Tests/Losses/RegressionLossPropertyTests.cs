using System.Globalization;
using MLNet.LossExperiments.Losses;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

public class RegressionLossPropertyTests(ITestOutputHelper output) : TorchTest
{
    // But for parts that no output changes, these are logarithms of densities, which may exceed 1.
    private static readonly string[] MayBeNegative = ["poisson", "gamma", "gaussian-nll", "laplace-nll", "beta-nll"];

    public static TheoryData<string> Losses => [.. RegressionLossExamples.Texts];

    public static TheoryData<string> LossesAndEndsOfRanges =>
    [
        .. RegressionLossExamples.Texts,
        "huber:delta=1E-12", "huber:delta=1E+12", "smooth-l1:beta=1E-12", "smooth-l1:beta=1E+12", "quantile:tau=1E-300", "tweedie:power=1.0000000000000002", "tweedie:power=1.9999999999999998",
        "cauchy:scale=1E-12", "cauchy:scale=1E+12", "student-t:nu=0.01,scale=1E-12", "student-t:nu=1000000,scale=1E+12",
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Parse_NameOfALoss_MakesItAgain(string text) => Assert.Equal(text, LossCatalog.Regression.Parse(text).Name);

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_Gradient_EqualsCentralDifferences(string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 6);
        double[] gradient = LossChecks.Compute(loss, outputs, targets).Gradient;
        (RegressionLoss differentiated, torch.Tensor factors) = Differentiated(loss, outputs);
        const double step = 1e-5;
        double greatest = 0;

        for (int i = 0; i < gradient.Length; i++)
        {
            torch.Tensor nudge = torch.zeros_like(outputs).flatten();
            nudge[i] = torch.tensor(step);
            nudge = nudge.reshape(outputs.shape);
            torch.Tensor rise = differentiated.RowLosses(outputs + nudge, targets) - differentiated.RowLosses(outputs - nudge, targets);
            int target = i % (int)outputs.shape[1] / loss.OutputsPerTarget;
            greatest = Math.Max(greatest, Math.Abs((rise * factors.select(1, target)).sum().item<double>() / (2 * step) - gradient[i]));
        }
        output.WriteLine($"{text}: greatest difference {greatest:E1}");
        Assert.InRange(greatest, 0, 1e-7);
    }

    // The factor of beta-nll counts as a constant: what is differentiated is the likelihood, and the factor of each row and target stays as it is.
    private static (RegressionLoss Loss, torch.Tensor Factors) Differentiated(RegressionLoss loss, torch.Tensor outputs)
    {
        long rows = outputs.shape[0];
        if (!loss.Name.StartsWith("beta-nll", StringComparison.Ordinal))
            return (loss, torch.ones(rows, 2, dtype: torch.float64));
        double beta = double.Parse(loss.Name.Split('=')[1], CultureInfo.InvariantCulture);
        return (RegressionLoss.GaussianNegativeLogLikelihood(), (outputs.view(rows, 2, 2).select(2, 1) * beta).exp());
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_OneRowOfABatch_IsThatRowAlone(string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 5);
        torch.Tensor all = loss.RowLosses(outputs, targets);
        for (int row = 0; row < 5; row++)
            Assert.Equal(loss.RowLosses(outputs.narrow(0, row, 1), targets.narrow(0, row, 1)).item<double>(), all[row].item<double>(), 1e-14);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_SeveralTargets_IsTheirMean(string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 5);
        int each = loss.OutputsPerTarget;
        torch.Tensor first = loss.RowLosses(outputs.narrow(1, 0, each), targets.narrow(1, 0, 1));
        torch.Tensor second = loss.RowLosses(outputs.narrow(1, each, each), targets.narrow(1, 1, 1));
        Assert.InRange((loss.RowLosses(outputs, targets) * 2 - first - second).abs().max().item<double>(), 0, 1e-13);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ShapesThatDoNotFit_AreRefused(string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 5);
        var error = Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs.narrow(0, 0, 4), targets));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("[4, ", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs, targets.select(1, 0)));
        Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs, targets.narrow(1, 0, 1)));
        Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs.narrow(1, 0, 1), targets));
    }

    [Theory]
    [MemberData(nameof(LossesAndEndsOfRanges))]
    public void RowLosses_ExtremeOutputs_AreFinite(string text)
    {
        foreach (double size in new[] { 0, 1e-30, 1e-4, 30, 88, 89, 710, 2e3, 1e4 })
        {
            (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 6);
            foreach (torch.Tensor unit in new[] { outputs, outputs.sign(), outputs.abs().sign(), outputs.abs().sign().neg() })
            {
                (double[] losses, double[] gradient) = LossChecks.Compute(loss, (unit * size).to_type(torch.float32), targets.to_type(torch.float32));
                Assert.All(losses.Concat(gradient), value => Assert.True(double.IsFinite(value), $"{value} at outputs of size {size}"));
                if (!MayBeNegative.Contains(text.Split(':')[0]))
                    Assert.True(losses.Min() >= 0, $"{losses.Min()} at outputs of size {size}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_WholeWeights_AreRepeatedRows(string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 4);
        LossChecks.AssertWholeWeightsAreRepeatedRows(loss, outputs, targets);
    }
}
