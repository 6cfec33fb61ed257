using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Scoring;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Network;

public class ActivationFunctionTests : TorchTest
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    // Not at 0, where several have a corner.
    private static torch.Tensor Grid(torch.ScalarType type) => torch.cat([torch.linspace(-30, -0.01, 500), torch.linspace(0.01, 30, 500)]).to_type(type);

    [Theory]
    [MemberData(nameof(Activations))]
    public void Backward_Grid_EqualsAutomaticDifferentiation(Activation activation)
    {
        torch.Tensor x = Grid(torch.float64).requires_grad_(true);
        torch.Tensor y = ActivationFunction.Apply(activation, x.clone());
        torch.Tensor gradient = torch.linspace(-2, 3, 1000, torch.float64);
        y.backward([gradient]);

        torch.Tensor backward = ActivationFunction.Backward(activation, x.detach(), y.detach(), gradient);

        Assert.InRange((backward - x.grad!).abs().max().item<double>(), 0, 1e-8);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Apply_Grid_EqualsScoring(Activation activation)
    {
        torch.Tensor x = Grid(torch.float32);
        float[] scored = x.data<float>().ToArray();
        Elementwise.Apply(activation, scored);

        float[] trained = ActivationFunction.Apply(activation, x).data<float>().ToArray();

        for (int i = 0; i < scored.Length; i++)
            Assert.True(Math.Abs(trained[i] - scored[i]) <= 1e-6 * Math.Max(1, Math.Abs(trained[i])), $"{activation}: {trained[i]} in training, {scored[i]} in scoring");
    }

    [Fact]
    public void Apply_AllOutputRanges_EqualScoring()
    {
        foreach (OutputRange range in new[] { OutputRange.Identity, OutputRange.Tanh, OutputRange.Sigmoid, OutputRange.Softplus, OutputRange.Scaled(-3, 50) })
        {
            torch.Tensor x = Grid(torch.float32);
            float[] scored = x.data<float>().ToArray();
            Elementwise.Apply(range, scored);
            float[] trained = new StackedOutput([new OutputTransform(range, null)], torch.CPU).Apply(x).data<float>().ToArray();
            Assert.All(scored.Zip(trained), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
            Assert.All(scored, value => Assert.InRange(value, range.Minimum, range.Maximum));
        }
    }
}
