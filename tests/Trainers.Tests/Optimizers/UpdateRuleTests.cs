using MLNet.LossExperiments.Optimizers;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Optimizers;

public class UpdateRuleTests : TorchTest
{
    private const int Steps = 200;

    // A badly scaled bowl whose gradient is known: f(w) = Σ cᵢ (wᵢ − i)².
    private static readonly double[] Curvature = [0.1, 1, 5];

    private static double[] Gradient(double[] w) => [.. w.Select((value, i) => 2 * Curvature[i] * (value - i))];

    private static double[] Run(Optimizer optimizer)
    {
        torch.Tensor parameters = torch.tensor(new double[] { 3, -2, 1 }, [1, 3]);
        torch.Tensor rate = torch.full([1, 1], optimizer.LearningRate, torch.float64);
        UpdateRule rule = optimizer.CreateRule(parameters);
        torch.Tensor gradients = torch.zeros_like(parameters);
        for (int step = 0; step < Steps; step++)
            rule.Step(parameters, gradients, rate, () => gradients.copy_(torch.tensor(Gradient(parameters.data<double>().ToArray()), [1, 3])));
        return parameters.data<double>().ToArray();
    }

    // torch's own optimizers, by way of TorchSharp, on the same bowl.
    private static double[] RunTorch(Func<TorchSharp.Modules.Parameter, torch.optim.Optimizer> create)
    {
        var parameter = new TorchSharp.Modules.Parameter(torch.tensor(new double[] { 3, -2, 1 }, [1, 3]));
        using torch.optim.Optimizer optimizer = create(parameter);
        torch.Tensor curvature = torch.tensor(Curvature), center = torch.tensor(new double[] { 0, 1, 2 });
        for (int step = 0; step < Steps; step++)
        {
            optimizer.zero_grad();
            (curvature * (parameter - center).square()).sum().backward();
            optimizer.step();
        }
        return parameter.data<double>().ToArray();
    }

    private static void AssertClose(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 0.01)]
    public void Sgd_200Steps_FollowsTorch(double momentum, double decay) =>
        AssertClose(RunTorch(p => torch.optim.SGD([p], 0.01, momentum: momentum, weight_decay: decay)), Run(Optimizer.Sgd(0.01, momentum) with { WeightDecay = decay }));

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void Adam_200Steps_FollowsTorch(double decay) =>
        AssertClose(RunTorch(p => torch.optim.Adam([p], 0.05, weight_decay: decay)), Run(Optimizer.Adam(0.05) with { WeightDecay = decay }));

    [Fact]
    public void AdamW_200Steps_FollowsTorch() => AssertClose(RunTorch(p => torch.optim.AdamW([p], 0.05, weight_decay: 0.1)), Run(Optimizer.AdamW(0.05, 0.1)));

    [Fact]
    public void Step_LearningRatesOfMembers_ActOnThemAlone()
    {
        torch.Tensor parameters = torch.zeros(2, 3), rates = torch.tensor(new float[] { 1, 0.5f }, [2, 1]);
        Optimizer.Sgd().CreateRule(parameters).Step(parameters, torch.ones(2, 3), rates, () => torch.zeros(2));
        Assert.Equal([-1f, -1, -1, -0.5f, -0.5f, -0.5f], parameters.data<float>().ToArray());
    }
}
