using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Network;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Training;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

public class CohortTests : TorchTest
{
    private static readonly NetworkShape Shape = new(3, [6], 1, BatchNormalization: true);

    private static MlpRegressionOptions Options => new() { Activation = Activation.Tanh, Dropout = 0.3, BatchSize = 16, Epochs = 12, Patience = 3, Optimizer = Optimizer.Adam(0.02), BatchNormalization = true };

    private static RowTable Rows(int count, ulong seed)
    {
        torch.Tensor x = torch.randn(count, 3, generator: new torch.Generator(seed, torch.CPU));
        return new RowTable(x, x.sum(1, keepdim: true) + x.narrow(1, 0, 1).square(), null);
    }

    private static Member[] Train(params int[] seeds)
    {
        return Cohorts.Train(Options, Shape, [.. seeds.Select(seed => (seed, Rows(70, (ulong)seed), (RowTable?)Rows(30, 99)))]);
    }

    [Fact]
    public void Run_MemberOfACohort_LearnsAsItDoesAlone()
    {
        Member alone = Train(5)[0];
        Member together = Train(3, 5, 8)[1];
        Assert.Equal(alone.Epochs.Select(e => e.ValidationLoss!.Value), together.Epochs.Select(e => e.ValidationLoss!.Value), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.InRange((alone.Network.Parameters - together.Network.Parameters).abs().max().item<float>(), 0, 1e-3f);
    }

    [Fact]
    public void Run_Members_StopEachByItself()
    {
        Member[] members = Train(1, 2, 3, 4, 5, 6);
        Assert.All(members, member => Assert.Equal(member.Epochs.Min(e => e.ValidationLoss), member.Epochs[member.BestEpoch - 1].ValidationLoss));
        Assert.All(members, member => Assert.Equal(member.Epochs[member.BestEpoch - 1].ValidationLoss!.Value, Evaluation.Of(member, member.Rows.Validation!).Loss, 1e-6));
    }
}
