using System.Globalization;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>The constant prediction that gradients lead to from afar is the one that each loss's documentation says, computed here without tensors.</summary>
public class RegressionLossOptimumTests(ITestOutputHelper output) : TorchTest
{
    /// <summary>Skewed, positive, distinct, and of a number for which all quantiles asked for are unique.</summary>
    private static readonly double[] Sample = [.. Enumerable.Range(1, 37).Select(i => -2 * Math.Log(1 - (i - 0.5) / 37))];

    public static TheoryData<string> Losses => [.. RegressionLossExamples.Texts];

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ConstantFollowingTheGradient_ComesToTheStatedOptimum(string text)
    {
        RegressionLoss loss = LossCatalog.Regression.Parse(text);
        double[] found = Predictions(loss.Link, Minimise(loss));
        (double Least, double Greatest)[] optimum = Optimum(text);

        Assert.Equal(optimum.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
        {
            (double least, double greatest) = optimum[i];
            output.WriteLine(least == greatest ? $"{text}: found {found[i]:G10}, optimum {least:G10}" : $"{text}: found {found[i]:G10}, optimum from {least:G10} to {greatest:G10}");
            Assert.InRange(found[i], least - 1e-6 * Math.Abs(least), greatest + 1e-6 * Math.Abs(greatest));
        }
    }

    private static double[] Predictions(Link link, double[] outputs) => link switch
    {
        Link.Exponential => [Math.Exp(outputs[0])],
        Link.MeanAndLogVariance or Link.MedianAndLogScale => [outputs[0], Math.Exp(outputs[1])],
        Link.Quantiles => [.. outputs.Order()],
        _ => outputs,
    };

    private static double[] Minimise(RegressionLoss loss)
    {
        torch.Tensor targets = torch.tensor(Sample, [Sample.Length, 1]);
        double[] constants = [.. Enumerable.Range(0, loss.OutputsPerTarget).Select(i => loss.Link == Link.Exponential ? 40.0 : 20.0 - i)];
        return ResilientPropagation.Minimise(
            constants, 0.5, double.PositiveInfinity, leaf => loss.RowLosses(leaf.unsqueeze(0).expand(Sample.Length, constants.Length), targets).mean());
    }

    private static (double Least, double Greatest)[] Optimum(string text)
    {
        double mean = Sample.Average(), median = Quantile(0.5);
        double Variance() => Sample.Average(y => (y - mean) * (y - mean));
        return text switch
        {
            "mse" or "poisson" or "gamma" or "expectile:tau=0.5" => [(mean, mean)],
            "mae" => [(median, median)],
            "msle" => [Point(Math.Exp(Sample.Average(y => Math.Log(1 + y))) - 1)],
            "mape" => [Point(WeightedMedian())],
            "expectile:tau=0.9" => [Point(Expectile(0.9))],
            "laplace-nll" => [(median, median), Point(Sample.Average(y => Math.Abs(y - median)))],
            "huber:delta=1" or "smooth-l1:beta=1" => [Balance(e => Math.Clamp(e, -1, 1))],
            "huber:delta=0.3" or "smooth-l1:beta=0.3" => [Balance(e => Math.Clamp(e, -0.3, 0.3))],
            "log-cosh" => [Balance(Math.Tanh)],
            "epsilon-insensitive:epsilon=0" => [Balance(e => Math.Sign(e))],
            "epsilon-insensitive:epsilon=0.1" => [Balance(e => Math.Abs(e) > 0.1 ? Math.Sign(e) : 0)],
            "epsilon-insensitive:epsilon=1" => [Balance(e => Math.Abs(e) > 1 ? Math.Sign(e) : 0)],
            "cauchy:scale=1" => [Lowest(e => Math.Log(1 + e * e), e => e / (1 + e * e))],
            "cauchy:scale=0.3" => [Lowest(e => Math.Log(1 + e * e / 0.09), e => e / (0.09 + e * e))],
            "student-t:nu=3,scale=1" => [Lowest(e => Math.Log(1 + e * e / 3), e => e / (3 + e * e))],
            "student-t:nu=1,scale=2" => [Lowest(e => Math.Log(1 + e * e / 4), e => e / (4 + e * e))],
            "student-t:nu=30,scale=0.5" => [Lowest(e => Math.Log(1 + e * e / 7.5), e => e / (7.5 + e * e))],
            "smape" => [Point(Sample.MinBy(f => Sample.Sum(y => Math.Abs(y - f) / (y + f))))],
            _ when text.StartsWith("tweedie", StringComparison.Ordinal) => [(mean, mean)],
            _ when text.StartsWith("quantile", StringComparison.Ordinal) => [.. text.Split('=')[1].Split('/').Select(level => Point(Quantile(Number(level))))],
            _ when text == "gaussian-nll" || text.StartsWith("beta-nll", StringComparison.Ordinal) => [(mean, mean), Point(Variance())],
            _ => throw new ArgumentException($"Say here what minimises '{text}'.", nameof(text)),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (double Least, double Greatest) Point(double value) => (value, value);

    private static double Quantile(double level) => Sample.Order().First(value => Sample.Count(y => y <= value) >= level * Sample.Length);

    private static double WeightedMedian() => Sample.Order().First(value => Sample.Where(y => y <= value).Sum(y => 1 / y) >= Sample.Sum(y => 1 / y) / 2);

    private static double Expectile(double level)
    {
        double value = Sample.Average();
        for (int i = 0; i < 200; i++)
            value = Sample.Sum(y => y * (y > value ? level : 1 - level)) / Sample.Sum(y => y > value ? level : 1 - level);
        return value;
    }

    /// <summary>Where pulls that grow with the error balance: from the last prediction that is pulled up to the first that is pulled down.</summary>
    private static (double Least, double Greatest) Balance(Func<double, double> pull) =>
        (Bisect(m => Sample.Sum(y => pull(y - m)) > 0, 0, 20), Bisect(m => Sample.Sum(y => pull(y - m)) >= 0, 0, 20));

    /// <summary>The lowest of several minima: the cell of a fine grid that has it, then where pulls balance in it.</summary>
    private static (double Least, double Greatest) Lowest(Func<double, double> cost, Func<double, double> pull)
    {
        double best = Enumerable.Range(0, 10_000).Select(i => i * 1e-3).MinBy(m => Sample.Sum(y => cost(y - m)));
        return Point(Bisect(m => Sample.Sum(y => pull(y - m)) > 0, best - 1e-3, best + 1e-3));
    }

    private static double Bisect(Func<double, bool> isTooLow, double low, double high)
    {
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = isTooLow(middle) ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }
}
