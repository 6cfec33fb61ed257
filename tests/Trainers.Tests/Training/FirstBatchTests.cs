using Microsoft.ML;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Native;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>What is told of a loss of the user's own that cannot be trained with.</summary>
public class FirstBatchTests
{
    private readonly MLContext _context = new(seed: 1);

    private string MessageOf(RegressionLoss loss)
    {
        var trainer = _context.Regression.Trainers.Mlp(new MlpRegressionOptions { Loss = loss, HiddenSizes = [4], Epochs = 2, Seed = 1 });
        return Assert.ThrowsAny<Exception>(() => trainer.Fit(_context.Data.LoadFromEnumerable(Samples.Plane(50)))).Message;
    }

    [Fact]
    public void Fit_LossThatIsNaN_NamesTheRowsNumbers()
    {
        string message = MessageOf(RegressionLoss.Custom("log", (output, target) => output.Times(0).Plus(-1).log().mean([1])));
        Assert.StartsWith("The value of the loss 'log' is not finite in the first batch: where the network gives ", message, StringComparison.Ordinal);
        Assert.Contains("the loss is NaN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_GradientThatIsInfinite_SaysThatItIsTheGradient()
    {
        string message = MessageOf(RegressionLoss.Custom("root", (output, target) => (output - output.detach()).abs().sqrt().mean([1])));
        Assert.StartsWith("The gradient of the loss 'root' is not finite in the first batch", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LossOfAnotherShape_SaysWhichIsWanted()
    {
        string message = MessageOf(RegressionLoss.Custom("mean", (output, target) => (output - target).abs().mean()));
        Assert.Contains("'mean' returned a tensor of shape [] for 32 rows", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DetachedLoss_SaysThatNothingCanBeLearnt() =>
        Assert.Contains("does not depend on the outputs", MessageOf(RegressionLoss.Custom("cut", (output, target) => (output.detach() - target).abs().mean([1]))), StringComparison.Ordinal);

    // Written with the operations of SafeArithmetic, losses of one's own are as safe beside other threads as those of the catalog.
    [Fact]
    public async Task Fit_CustomLossInManyThreads_GivesTheSameBits()
    {
        RegressionLoss loss = RegressionLoss.Custom("mine", (output, target) => (output - target).Squared().Plus(1).sqrt().Plus(-1).Times(2).mean([1]));
        byte[] Fit() => Bits.Of(new MLContext(1).Regression.Trainers.Mlp(new MlpRegressionOptions { Loss = loss, HiddenSizes = [4], Epochs = 20, Seed = 1 })
            .Fit(new MLContext().Data.LoadFromEnumerable(Samples.Plane(100))).Model.Network);
        byte[] alone = Fit();
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Fit)));
        Assert.All(together, bits => Assert.Equal(alone, bits));
    }
}
