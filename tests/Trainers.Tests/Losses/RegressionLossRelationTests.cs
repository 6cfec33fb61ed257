using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>What regression losses have to do with each other and with the unit of the label, and what they refuse.</summary>
public class RegressionLossRelationTests : TorchTest
{
    private static double[] Values(RegressionLoss loss, double factor = 1)
    {
        (_, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of("poisson", 20);
        return [.. LossChecks.Compute(loss, outputs, targets).Losses.Select(value => value * factor)];
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    [Fact]
    public void Parameters_SpecialValues_GiveOtherLosses()
    {
        AssertNear(Values(RegressionLoss.Huber(0.4)), Values(RegressionLoss.SmoothL1(0.4), 0.4), 1e-13);
        AssertNear(Values(RegressionLoss.MeanSquaredError(), 0.5), Values(RegressionLoss.Huber(1e6)), 1e-13);
        AssertNear(Values(RegressionLoss.MeanAbsoluteError()), Values(RegressionLoss.SmoothL1(1e-12)), 1e-11);
        AssertNear(Values(RegressionLoss.MeanAbsoluteError(), 0.5), Values(RegressionLoss.Quantile(0.5)), 1e-13);
        AssertNear(Values(RegressionLoss.Quantile(0.8)), Values(RegressionLoss.Quantiles([0.8])), 1e-13);
        AssertNear(Values(RegressionLoss.MeanSquaredError(), 0.5), Values(RegressionLoss.Expectile(0.5)), 1e-13);
        AssertNear(Values(RegressionLoss.MeanAbsoluteError()), Values(RegressionLoss.EpsilonInsensitive(0)), 1e-13);
        AssertNear(Values(RegressionLoss.Cauchy(1.7)), Values(RegressionLoss.StudentT(1, 1.7)), 1e-13);
        AssertNear(Values(RegressionLoss.MeanSquaredError(), 0.5), Values(RegressionLoss.StudentT(1e6)), 1e-3);
    }

    [Theory]
    [InlineData(1 + 1e-9, "poisson")]
    [InlineData(2 - 1e-9, "gamma")]
    public void Tweedie_PowerNearAnEnd_HasTheGradientOfTheLossThere(double power, string text)
    {
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 20);
        AssertNear(LossChecks.Compute(loss, outputs, targets).Gradient, LossChecks.Compute(RegressionLoss.Tweedie(power), outputs, targets).Gradient, 1e-6);
    }

    [Fact]
    public void BetaNegativeLogLikelihood_EndsOfTheRange_LearnByLikelihoodAndBySquaredError()
    {
        (RegressionLoss likelihood, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of("gaussian-nll", 20);
        AssertNear(LossChecks.Compute(likelihood, outputs, targets).Gradient, LossChecks.Compute(RegressionLoss.BetaNegativeLogLikelihood(0), outputs, targets).Gradient, 1e-13);

        double[] gradient = LossChecks.Compute(RegressionLoss.BetaNegativeLogLikelihood(1), outputs, targets).Gradient;
        torch.Tensor means = outputs.view(20, 2, 2).select(2, 0);
        double[] ofSquares = LossChecks.Compute(RegressionLoss.MeanSquaredError(), means, targets).Gradient;
        AssertNear([.. ofSquares.Select(value => value / 2)], [.. gradient.Where((_, i) => i % 2 == 0)], 1e-13);
    }

    [Fact]
    public void LogCosh_SmallErrorsIn32Bits_KeepTheirDigits()
    {
        torch.Tensor errors = torch.tensor(new[] { 1e-6f, 1e-4f, 0.01f }, [3, 1]);
        float[] losses = LossCatalog.Regression.Parse("log-cosh").RowLosses(errors, torch.zeros(3, 1)).data<float>().ToArray();
        double[] expected = [5e-13, 5e-9, 4.99991666888885e-5];
        Assert.All(losses.Zip(expected), pair => Assert.Equal(1, pair.First / pair.Second, 1e-6));
    }

    [Fact]
    public void Quantiles_CrossingOutputs_CountAsSorted()
    {
        torch.Tensor targets = torch.tensor(new[] { 1.0, 5.0 }, [1, 2]);
        torch.Tensor crossing = torch.tensor(new[] { 3.0, 0.0, 2.0, 9.0, 8.0, 7.0 }, [1, 6]), sorted = torch.tensor(new[] { 0.0, 2.0, 3.0, 7.0, 8.0, 9.0 }, [1, 6]);
        RegressionLoss loss = RegressionLoss.Quantiles();

        // (0.1·1 + 0.5·1 + 0.1·2)/3 for the first target, (0.9·2 + 0.5·3 + 0.1·4)/3 for the second.
        Assert.Equal((0.8 + 3.7) / 6, loss.RowLosses(sorted, targets).item<double>(), 1e-14);
        Assert.Equal((0.8 + 3.7) / 6, loss.RowLosses(crossing, targets).item<double>(), 1e-14);
        Assert.Equal([0.1, 0.5, 0.9], loss.QuantileLevels);
    }

    // The gradient shows how the loss grows, since terms that no output changes have none: where the unit of the label shrinks by a factor, it grows by that factor to the degree,
    // divided by the factor for outputs in the unit of the label.
    [Theory]
    [InlineData("mse", "mse", 2)]
    [InlineData("mae", "mae", 1)]
    [InlineData("huber:delta=1", "huber:delta=4", 2)]
    [InlineData("smooth-l1:beta=1", "smooth-l1:beta=4", 1)]
    [InlineData("quantile:tau=0.9", "quantile:tau=0.9", 1)]
    [InlineData("quantiles", "quantiles", 1)]
    [InlineData("expectile:tau=0.9", "expectile:tau=0.9", 2)]
    [InlineData("epsilon-insensitive:epsilon=1", "epsilon-insensitive:epsilon=4", 1)]
    [InlineData("mape", "mape", 0)]
    [InlineData("smape", "smape", 0)]
    [InlineData("poisson", "poisson", 1)]
    [InlineData("gamma", "gamma", 0)]
    [InlineData("tweedie:power=1.7", "tweedie:power=1.7", 0.3)]
    [InlineData("cauchy:scale=1", "cauchy:scale=4", 0)]
    [InlineData("student-t:nu=3,scale=1", "student-t:nu=3,scale=4", 0)]
    [InlineData("gaussian-nll", "gaussian-nll", 0)]
    [InlineData("laplace-nll", "laplace-nll", 0)]
    [InlineData("beta-nll:beta=0.3", "beta-nll:beta=0.3", 0.6)]
    public void LabelDegree_LabelInAnotherUnit_IsThePowerByWhichTheLossGrows(string text, string inOtherUnit, double degree)
    {
        const double factor = 4;
        (RegressionLoss loss, torch.Tensor outputs, torch.Tensor targets) = RegressionLossExamples.Of(text, 10);
        RegressionLoss other = LossCatalog.Regression.Parse(inOtherUnit);
        bool HasLogarithm(int i) => loss.Link == Link.Exponential || (loss.Link is Link.MeanAndLogVariance or Link.MedianAndLogScale && i % 2 == 1);
        double shift = loss.Link == Link.MeanAndLogVariance ? 2 * Math.Log(factor) : Math.Log(factor);
        torch.Tensor rescaled = torch.tensor([.. outputs.data<double>().ToArray().Select((value, i) => HasLogarithm(i) ? value + shift : value * factor)], outputs.shape);

        double[] gradient = LossChecks.Compute(loss, outputs, targets).Gradient;
        double[] expected = [.. gradient.Select((value, i) => value * Math.Pow(factor, degree) / (HasLogarithm(i) ? 1 : factor))];

        Assert.Equal(degree, loss.LabelDegree, 1e-15);
        AssertNear(expected, LossChecks.Compute(other, rescaled, targets * factor).Gradient, 1e-11);
    }

    [Theory]
    [InlineData("huber:delta=0", "between 1e-12 and 1e12")]
    [InlineData("smooth-l1:beta=-1", "between 1e-12 and 1e12")]
    [InlineData("quantile:tau=1", "greater than 0 and less than 1")]
    [InlineData("quantiles:levels=0.5/0.1", "levels must ascend, each greater than the one before, and are 0.5/0.1.")]
    [InlineData("quantiles:levels=0.5/0.5", "levels must ascend, each greater than the one before, and are 0.5/0.5.")]
    [InlineData("quantiles:levels=0/0.5", "each greater than 0 and less than 1")]
    [InlineData("expectile:tau=0", "greater than 0 and less than 1")]
    [InlineData("epsilon-insensitive:epsilon=-0.1", "at least 0")]
    [InlineData("tweedie:power=1", "greater than 1 and less than 2")]
    [InlineData("tweedie:power=2", "greater than 1 and less than 2")]
    [InlineData("cauchy:scale=0", "between 1e-12 and 1e12")]
    [InlineData("student-t:nu=0", "between 0.01 and 1000000")]
    [InlineData("student-t:scale=NaN", "between 1e-12 and 1e12")]
    [InlineData("beta-nll:beta=1.1", "between 0 and 1")]
    public void Parse_ParameterOutOfItsRange_SaysTheRange(string text, string range) =>
        Assert.Contains(range, Assert.Throws<FormatException>(() => LossCatalog.Regression.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Factories_ParameterOutOfItsRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.SmoothL1(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Quantiles([0.5, 1]));
        Assert.Throws<ArgumentException>(() => RegressionLoss.Quantiles([]));
        Assert.Throws<ArgumentException>(() => RegressionLoss.Quantiles([0.9, 0.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Expectile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.EpsilonInsensitive(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Tweedie(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.Cauchy(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.StudentT(nu: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.StudentT(scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionLoss.BetaNegativeLogLikelihood(-0.1));
    }
}
