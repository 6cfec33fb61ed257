using System.Globalization;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.Reference;
using TorchSharp;
using Xunit.Abstractions;

namespace MLNet.LossExperiments.Tests.Optimizers;

/// <summary>Each optimizer takes 200 steps as PyTorch does, on a chain of Rosenbrock valleys in 64 bits.</summary>
public class TrajectoryTests(ITestOutputHelper output) : TorchTest
{
    public static TheoryData<string> Cases => [.. OptimizerReference.Instance.Trajectories.Keys];

    public static TheoryData<string> Names => [.. OptimizerCatalog.All.Entries.Select(entry => entry.Name)];

    private static Optimizer Parse(string text)
    {
        string[] parts = text.Split('|');
        Optimizer optimizer = OptimizerCatalog.All.Parse(parts[0]);
        foreach (string part in parts[1..])
        {
            double value = double.Parse(part.Split('=')[1], CultureInfo.InvariantCulture);
            optimizer = part.StartsWith("lr", StringComparison.Ordinal) ? optimizer with { LearningRate = value } : optimizer with { WeightDecay = value };
        }
        return optimizer;
    }

    private static torch.Tensor Start(int members) => torch.tensor(OptimizerReference.Instance.Start).unsqueeze(0).repeat(members, 1);

    private static Func<torch.Tensor> Objective(torch.Tensor parameters, torch.Tensor gradients) => () =>
    {
        torch.Tensor w = parameters.detach().requires_grad_(true);
        long last = w.shape[1] - 1;
        torch.Tensor losses = (10 * (w.narrow(1, 1, last) - w.narrow(1, 0, last).square()).square() + (1 - w.narrow(1, 0, last)).square()).sum(1);
        losses.sum().backward();
        gradients.copy_(w.grad!);
        return losses.detach();
    };

    private static void Run(UpdateRule rule, torch.Tensor parameters, torch.Tensor rates, int steps, Action? after = null)
    {
        torch.Tensor gradients = torch.zeros_like(parameters);
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            rule.Step(parameters, gradients, rates, Objective(parameters, gradients));
            after?.Invoke();
        }
    }

    private static torch.Tensor Rates(Optimizer optimizer, int members) => torch.full([members, 1], optimizer.LearningRate, dtype: torch.float64);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_200Times_FollowsPyTorch(string text)
    {
        Optimizer optimizer = Parse(text);
        Assert.Empty(optimizer.FindFaults());
        double[][] expected = OptimizerReference.Instance.Trajectories[text];
        torch.Tensor parameters = Start(1);
        double greatest = 0;
        int step = 0;
        Run(optimizer.CreateRule(parameters), parameters, Rates(optimizer, 1), expected.Length, () =>
        {
            double[] actual = parameters.data<double>().ToArray();
            for (int i = 0; i < actual.Length; i++)
                greatest = Math.Max(greatest, Math.Abs(actual[i] - expected[step][i]) / Math.Max(1, Math.Abs(expected[step][i])));
            step++;
        });
        output.WriteLine($"{text}: greatest relative difference {greatest:E1} over {expected.Length} steps");
        Assert.InRange(greatest, 0, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_CopiedIntoANewRule_GoesOnToTheSameBits(string name)
    {
        Optimizer optimizer = OptimizerCatalog.All.Parse(name) with { LearningRate = 0.01 };
        torch.Tensor whole = Start(2), parted = Start(2), rates = torch.tensor(new[] { 0.01, 0.02 }, [2, 1]);
        Run(optimizer.CreateRule(whole), whole, rates, 30);

        UpdateRule first = optimizer.CreateRule(parted), second = optimizer.CreateRule(parted);
        Run(first, parted, rates, 13);
        foreach ((torch.Tensor from, torch.Tensor to) in first.State.Zip(second.State))
            to.copy_(from.clone());
        Run(second, parted, rates, 17);

        Assert.Equal(whole.data<double>().ToArray(), parted.data<double>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_Member_MovesAsItDoesAlone(string name)
    {
        Optimizer optimizer = OptimizerCatalog.All.Parse(name) with { LearningRate = 0.01 };
        torch.Tensor together = Start(3), alone = Start(1);
        together.select(0, 0).mul_(1.1);
        together.select(0, 2).mul_(-0.5);
        Run(optimizer.CreateRule(together), together, torch.tensor(new[] { 0.02, 0.01, 0.005 }, [3, 1]), 40);
        Run(optimizer.CreateRule(alone), alone, Rates(optimizer, 1), 40);
        Assert.Equal(alone.select(0, 0).data<double>().ToArray(), together.select(0, 1).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Parse_ToString_IsTheSameOptimizer()
    {
        foreach (var entry in OptimizerCatalog.All.Entries)
        {
            Assert.Equal(entry.Name, entry.Create().Name);
            Assert.Equal(entry.Create(), OptimizerCatalog.All.Parse(entry.Create().ToString()));
        }
        SgdOptimizer sgd = Optimizer.Sgd(momentum: 0.9) with { Nesterov = true };
        Assert.Equal("sgd:momentum=0.9,nesterov=true", sgd.ToString());
        Assert.Equal(sgd, OptimizerCatalog.All.Parse(sgd.ToString()));
    }

    [Theory]
    [InlineData("adm", "There is no optimizer 'adm'. Did you mean adam? There are adam, adamw, sgd, nadam, radam, rmsprop, adagrad, lion, lbfgs.")]
    [InlineData("sgd:momentum=1", "'momentum' of 'sgd' is 1, but must be at least 0 and less than 1: the share of the previous step that is taken again.")]
    [InlineData("lbfgs:max-iterations=0", "'max-iterations' of 'lbfgs' is 0, but must be a whole number of at least 1: the most iterations in a step.")]
    public void Parse_Fault_SaysWhatIsAllowed(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<FormatException>(() => OptimizerCatalog.All.Parse(text)).Message);

    public static TheoryData<string, Optimizer> Faulty => new()
    {
        { "Nesterov", Optimizer.Sgd() with { Nesterov = true } },
        { "MomentumDecay", Optimizer.NAdam() with { MomentumDecay = double.NaN } },
        { "Beta1", Optimizer.RAdam() with { Moments = new() { Beta1 = 1 } } },
        { "Alpha", Optimizer.RmsProp() with { Alpha = 1 } },
        { "Momentum", Optimizer.RmsProp(momentum: -1) },
        { "Epsilon", Optimizer.RmsProp() with { Epsilon = 0 } },
        { "LearningRateDecay", Optimizer.Adagrad() with { LearningRateDecay = -1 } },
        { "InitialAccumulator", Optimizer.Adagrad() with { InitialAccumulator = double.NaN } },
        { "Epsilon", Optimizer.Adagrad() with { Epsilon = -1 } },
        { "Beta1", Optimizer.Lion() with { Beta1 = 1 } },
        { "Beta2", Optimizer.Lion() with { Beta2 = double.NaN } },
        { "WeightDecay", Optimizer.Lbfgs() with { WeightDecay = 0.1 } },
        { "MaxIterations", Optimizer.Lbfgs() with { MaxIterations = 0 } },
        { "HistorySize", Optimizer.Lbfgs() with { HistorySize = 0 } },
        { "GradientTolerance", Optimizer.Lbfgs() with { GradientTolerance = double.NaN } },
        { "ChangeTolerance", Optimizer.Lbfgs() with { ChangeTolerance = -1 } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void FindFaults_OneFault_IsTheOnlyOneFound(string option, Optimizer optimizer)
    {
        OptionFault fault = Assert.Single(new MlpRegressionOptions { Optimizer = optimizer }.FindFaults());
        Assert.Equal(option, fault.Option);
        Assert.Contains("must be", fault.Message, StringComparison.Ordinal);
    }
}
