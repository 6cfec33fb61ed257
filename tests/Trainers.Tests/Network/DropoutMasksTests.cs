using MLNet.LossExperiments.Network;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Network;

public class DropoutMasksTests : TorchTest
{
    private static torch.Tensor Draw(double probability, params ulong[] seeds) =>
        new DropoutMasks(probability, [.. seeds.Select(seed => new torch.Generator(seed, torch.CPU))]).Draw(torch.empty(seeds.Length, 1000, 200));

    // The tutorial's dropout only zeroes units, so that a layer's inputs are smaller in training than in use; the expectation must be kept.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Draw_ManyUnits_KeepsTheExpectation(double probability)
    {
        torch.Tensor mask = Draw(probability, 1);

        double deviation = Math.Sqrt(probability / (1 - probability) / 200_000);
        Assert.Equal(1, mask.mean().item<float>(), 5 * deviation);
        Assert.Equal(probability, mask.eq(0).to_type(torch.float64).mean().item<double>(), 0.01);
        Assert.Equal(1 / (1 - probability), mask.max().item<float>(), 1e-6);
    }

    [Fact]
    public void Draw_Member_DoesNotDependOnItsCompanions()
    {
        torch.Tensor alone = Draw(0.5, 8), together = Draw(0.5, 3, 8, 4);
        Assert.True(together[1].allclose(alone[0], 0, 0));
        Assert.False(together[0].allclose(alone[0], 0, 0));
    }

    [Fact]
    public void Draw_TorchsOwnGenerator_IsLeftAlone()
    {
        torch.random.manual_seed(1);
        float expected = torch.rand(1).item<float>();
        torch.random.manual_seed(1);
        Draw(0.5, 8);
        Assert.Equal(expected, torch.rand(1).item<float>());
    }
}
