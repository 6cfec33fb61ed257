using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

public class GradientMeasurementTests : TorchTest
{
    private static readonly OutputTransform Plain = new(OutputRange.Identity, new OutputScale([0], [1], [1]));

    private static RowSample SampleOf(float[] labels, float[]? weights = null, int width = 1)
    {
        var sample = new RowSample(width);
        sample.Add(torch.tensor(labels, [labels.Length / width, width]), weights is null ? null : torch.tensor(weights));
        return sample;
    }

    private static double SizeOf(RegressionLoss loss, float[] labels, OutputTransform? transform = null, float[]? weights = null) =>
        GradientMeasurement.SizesOf(loss, transform ?? Plain, [true], SampleOf(labels, weights), 32, torch.CPU)[0];

    [Fact]
    public void SizesOf_SquaredError_IsTwiceTheRootMeanSquareOfTheErrors()
    {
        Assert.Equal(2 * Math.Sqrt((9 + 16) / 2.0), SizeOf(RegressionLoss.MeanSquaredError(), [3, -4]), 1e-6);
        Assert.Equal(2 * Math.Sqrt((9 * 3 + 16) / 4.0), SizeOf(RegressionLoss.MeanSquaredError(), [3, -4], weights: [1.5f, 0.5f]), 1e-6);
    }

    // Outputs of 0 are turned into 10, and each unit of an output counts 5.
    [Fact]
    public void SizesOf_ScaledOutput_IsWithRespectToTheOutputBeforeItsScale() =>
        Assert.Equal(5 * 2 * Math.Sqrt((49 + 196) / 2.0), SizeOf(RegressionLoss.MeanSquaredError(), [3, -4], new OutputTransform(OutputRange.Identity, new OutputScale([10], [5], [1]))), 1e-4);

    [Theory]
    [InlineData("mae", 1)]
    [InlineData("huber:delta=0.5", 0.5)]
    [InlineData("smooth-l1:beta=0.5", 1)]
    [InlineData("quantile:tau=0.9", 0.640312)] // √((0.9² + 0.1²)/2)
    [InlineData("log-cosh", 0.997194)] // tanh
    [InlineData("epsilon-insensitive:epsilon=1", 1)]
    public void SizesOf_LargeErrors_IsTheSlopeFarOut(string loss, double expected) => Assert.Equal(expected, SizeOf(LossCatalog.Regression.Parse(loss), [3, -4]), 1e-4);

    // 2·e/(s² + e²) is greatest at e = s; errors are 4, 2, 1 and 0.5.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1e-6, 4)]
    public void SizesOf_RedescendingLoss_IsThatOfSmallerErrors(double scale, double expected) => Assert.Equal(expected, SizeOf(RegressionLoss.Cauchy(scale), [4, -4, 4]), 1e-5);

    [Fact]
    public void SizesOf_NoGradientAtTheStart_IsThatFartherOff()
    {
        Assert.Equal(1, SizeOf(RegressionLoss.EpsilonInsensitive(100), [3, -4]), 1e-6);
        Assert.Equal(2, SizeOf(RegressionLoss.MeanSquaredError(), [0, 0, 0]), 1e-6);
    }

    [Fact]
    public void SizesOf_TargetsOfACustomLoss_KeepsTheWeightsThatItGivesThem()
    {
        RegressionLoss custom = RegressionLoss.Custom("nine to one", (output, target) => ((output - target).Squared() * torch.tensor([9f, 1f])).sum([1]));
        var transform = new OutputTransform(OutputRange.Identity, new OutputScale([0, 0], [100, 0.01], [1, 1]));

        // A target of deviation 100 and one of 0.01.
        IReadOnlyList<double> sizes = GradientMeasurement.SizesOf(custom, transform, [true], SampleOf([100, 0.01f, -100, -0.01f], width: 2), 32, torch.CPU);

        // What the formula gives, 9 · 2 · 100² and 2 · 0.01², over these sizes, is 1.8/2 and 0.2/2.
        Assert.Equal(0.9, 9 * 2 * 1e4 / sizes[0], 1e-5);
        Assert.Equal(0.1, 2 * 1e-4 / sizes[1], 1e-5);
    }

    [Fact]
    public void SizesOf_TargetsOfALossOfTheCatalog_CountAlike()
    {
        var transform = new OutputTransform(OutputRange.Identity, new OutputScale([0, 0], [100, 0.01], [1, 1]));

        IReadOnlyList<double> sizes = GradientMeasurement.SizesOf(RegressionLoss.Huber(1), transform, [true], SampleOf([100, 0.01f, -100, -0.01f], width: 2), 32, torch.CPU);

        Assert.Equal(0.5, 1 * 100 / 2.0 / sizes[0], 1e-5);
        Assert.Equal(0.5, 0.01 * 0.01 / 2.0 / sizes[1], 1e-5);
    }

    [Fact]
    public void SizesOf_FormulaWithoutGradient_LeavesTheComplaintToTraining() =>
        Assert.Equal(1, SizeOf(RegressionLoss.Custom("cut off", (output, target) => (output.detach() - target).abs().mean([1])), [3, -4]));

    // Such a formula must not see more rows than a step has.
    [Fact]
    public void SizesOf_CustomLoss_IsGivenBatches()
    {
        long most = 0;
        RegressionLoss custom = RegressionLoss.Custom("pairs", (output, target) =>
        {
            most = Math.Max(most, output.size(0));
            return (output - target).Squared().mean([1]);
        });
        Assert.Equal(2 * Math.Sqrt((9 + 16) / 2.0), SizeOf(custom, [.. Enumerable.Range(0, 500).SelectMany(_ => new[] { 3f, -4f })]), 1e-5);
        Assert.Equal(32, most);
    }
}
