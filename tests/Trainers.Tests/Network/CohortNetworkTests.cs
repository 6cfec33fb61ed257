using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Scoring;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Network;

public sealed class CohortNetworkTests : TorchTest
{
    private static CohortNetwork Make(NetworkShape shape, Activation activation, params int[] seeds) =>
        CohortNetwork.Create(shape, activation, [.. seeds.Select(seed => new MemberRandom(seed, torch.CPU))], torch.CPU);

    private static TrainingPass Pass(CohortNetwork network, bool isSimd, int batchSize, double dropout, params int[] seeds)
    {
        MemberRandom[] randoms = [.. seeds.Select(seed => new MemberRandom(seed, torch.CPU))];
        foreach (MemberRandom random in randoms)
            random.BeginEpoch(1);
        return isSimd
            ? new SimdPass(network, dropout, [.. randoms.Select(random => random.Masks)], batchSize, 2)
            : new LibTorchPass(network, new DropoutMasks(dropout, [.. randoms.Select(random => random.Dropout)]), batchSize);
    }

    private static torch.Tensor Normal(params long[] size) => torch.randn(size, torch.float32, generator: new torch.Generator(11, torch.CPU));

    // The same network spelt with torch's own layers, and differentiated by it.
    private static torch.Tensor Plain(NetworkShape shape, Activation activation, torch.Tensor parameters, torch.Tensor x)
    {
        var views = new ParameterViews(shape, parameters);
        torch.Tensor y = x;
        if (shape.BatchNormalization)
            y = torch.nn.functional.batch_norm(x, torch.zeros(shape.FeatureCount), torch.ones(shape.FeatureCount), views.Gamma!.flatten(), views.Beta!.flatten(), training: true);
        for (int i = 0; i < views.Layers.Count; i++)
        {
            y = torch.nn.functional.linear(y, views.Layers[i].Weights.squeeze(0).t(), views.Layers[i].Bias.flatten());
            if (i < views.Layers.Count - 1)
                y = ActivationFunction.Apply(activation, y);
        }
        return y;
    }

    public static TheoryData<Activation, bool, bool> Networks
    {
        get
        {
            var networks = new TheoryData<Activation, bool, bool>();
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                foreach ((bool normalization, bool isSimd) in new[] { (false, false), (false, true), (true, false), (true, true) })
                    networks.Add(activation, normalization, isSimd);
            }
            return networks;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Backward_RandomNetwork_EqualsAutomaticDifferentiation(Activation activation, bool normalization, bool isSimd)
    {
        foreach (int[] hidden in new int[][] { [], [5], [6, 4, 3], [33, 18] })
        {
            var shape = new NetworkShape(7, hidden, 2, normalization);
            CohortNetwork network = Make(shape, activation, 1);
            torch.Tensor x = Normal(9, 7) * 3 + 1, weight = Normal(9, 2);
            torch.Tensor leaf = network.Parameters.clone().requires_grad_(true);
            torch.Tensor expected = Plain(shape, activation, leaf, x);
            (expected * weight).sum().backward();

            TrainingPass pass = Pass(network, isSimd, 9, 0, 1);
            torch.Tensor outputs = pass.Forward(x.unsqueeze(0), 0, 9);
            pass.Backward(weight.unsqueeze(0).clone(), 1);

            Assert.InRange((outputs.squeeze(0) - expected).abs().max().item<float>(), 0, 1e-5f);
            Assert.InRange((network.Gradients - leaf.grad!).abs().max().item<float>(), 0, 1e-4f);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Forward_MemberOfACohort_IsThatMemberAlone(bool isSimd)
    {
        var shape = new NetworkShape(4, [8, 3], 2, BatchNormalization: true);
        CohortNetwork cohort = Make(shape, Activation.ELU, 1, 2, 3);
        CohortNetwork alone = Make(shape, Activation.ELU, 2);
        torch.Tensor x = Normal(3, 10, 4);

        torch.Tensor together = Pass(cohort, isSimd, 10, 0, 1, 2, 3).Forward(x, 0, 10);
        torch.Tensor single = Pass(alone, isSimd, 10, 0, 2).Forward(x.narrow(0, 1, 1), 0, 10);

        Assert.True(cohort.Parameters.narrow(0, 1, 1).allclose(alone.Parameters, 0, 0));
        Assert.False(cohort.Parameters.narrow(0, 0, 1).allclose(alone.Parameters, 0, 0));
        Assert.InRange((together.narrow(0, 1, 1) - single).abs().max().item<float>(), 0, 1e-5f);
        Assert.InRange((cohort.Buffers.narrow(0, 1, 1) - alone.Buffers).abs().max().item<float>(), 0, 1e-6f);
    }

    [Fact]
    public void Member_Changed_ChangesTheCohort()
    {
        CohortNetwork cohort = Make(new NetworkShape(2, [], 1, false), Activation.ReLU, 1, 2);
        cohort.Member(1).Parameters.fill_(7);
        Assert.Equal(7, cohort.Parameters[1, 0].item<float>());
        Assert.NotEqual(7, cohort.Parameters[0, 0].item<float>());
    }

    [Fact]
    public void Create_Weights_AreUniformWithinPyTorchsBound()
    {
        var shape = new NetworkShape(100, [400], 1, BatchNormalization: false);
        var views = new ParameterViews(shape, Make(shape, Activation.ReLU, 5).Parameters);
        float[] first = views.Layers[0].Weights.flatten().data<float>().ToArray();
        float[] last = views.Layers[1].Weights.flatten().data<float>().ToArray();

        Assert.All(first, weight => Assert.InRange(weight, -0.1f, 0.1f));
        Assert.All(last, weight => Assert.InRange(weight, -0.05f, 0.05f));
        // A uniform variable on ±b has the variance b²/3; 40,000 of them tell it to about a percent.
        Assert.Equal(0.01 / 3, first.Average(weight => (double)weight * weight), 1e-4);
        Assert.True(views.Layers[0].Bias.abs().max().item<float>() > 0);
    }

    [Fact]
    public void Freeze_BatchNormalization_IsFoldedIntoTheFirstLayer()
    {
        foreach (int[] hidden in new int[][] { [], [6, 4] })
        {
            var shape = new NetworkShape(5, hidden, 3, BatchNormalization: true);
            CohortNetwork network = Make(shape, Activation.Tanh, 3);
            torch.Tensor x = Normal(1, 200, 5) * torch.tensor(new float[] { 1, 100, 0.01f, 5, 1 }) + torch.tensor(new float[] { 0, 1000, 0, -50, 3 });
            TrainingPass pass = Pass(network, isSimd: true, 200, 0, 3);
            for (int i = 0; i < 50; i++)
                pass.Forward(x, 0, 200);
            var views = new ParameterViews(shape, network.Parameters);
            views.Gamma!.uniform_(0.5, 2, new torch.Generator(1, torch.CPU));
            views.Beta!.uniform_(-1, 1, new torch.Generator(2, torch.CPU));

            MlpNetwork frozen = Freezing.Freeze(shape, Activation.Tanh, null, new OutputTransform(OutputRange.Identity, null), network.Parameters, network.Buffers);

            var scores = new float[200 * 3];
            BatchScorer.Run(new RegressionPredictor([new FittedMember(frozen, null!)], new PredictionForm(Link.Identity, 3, [])), x.flatten().data<float>().ToArray(), 200, scores);
            float[] expected = network.Evaluate(x).flatten().data<float>().ToArray();
            Assert.All(expected.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 2e-4 * Math.Max(1, Math.Abs(pair.First))));
        }
    }
}
