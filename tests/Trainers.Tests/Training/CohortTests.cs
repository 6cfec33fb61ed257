using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Losses;
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

    private static double LossOf(Member member) => new Evaluation(LossGroup.Of([member], torch.CPU), [member], member.Result).Losses(new CohortRows([member.Rows.Validation!]))[0];

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
        Assert.All(members, member => Assert.Equal(member.Epochs[member.BestEpoch - 1].ValidationLoss!.Value, LossOf(member), 1e-6));
    }

    // A member of many, some of which stop and leave early, learns to the bit what it learns alone: small networks are computed one by one.
    [Fact]
    public void Run_CompanionsLeave_ChangesNoBit()
    {
        Member[] together = Train(3, 5, 8, 13, 21, 34, 55, 89);
        Assert.True(together.Select(member => member.Epochs.Count).Distinct().Count() > 2, "Members were to stop at different times.");
        foreach (Member member in together)
        {
            Member alone = Train(new[] { 3, 5, 8, 13, 21, 34, 55, 89 }[member.Number])[0];
            Assert.Equal(alone.Epochs.Select(epoch => epoch.ValidationLoss), member.Epochs.Select(epoch => epoch.ValidationLoss), (a, b) => Math.Abs(a!.Value - b!.Value) < 1e-6 * Math.Abs(a.Value));
            Assert.Equal(alone.BestEpoch, member.BestEpoch);
            Assert.True(alone.Result.Parameters.allclose(member.Result.Parameters, 0, 1e-6));
        }
    }

    [Theory]
    [InlineData("sgd:momentum=0.9")]
    [InlineData("nadam")]
    [InlineData("lbfgs")]
    public void LetGo_AnyOptimizer_TheOthersGoOn(string optimizer)
    {
        Optimizer chosen = OptimizerCatalog.All.Parse(optimizer) with { LearningRate = 0.01 };
        MlpRegressionOptions options = Options with { Optimizer = chosen, Dropout = 0, Epochs = 30, Patience = 2, AveragingDecay = 0.5 };
        int[] seeds = [1, 2, 3, 4, 5, 6];
        Member[] Run(params int[] some) => Cohorts.Train(options, Shape, [.. some.Select(seed => (seed, Rows(70, (ulong)seed), (RowTable?)Rows(30, 99)))]);
        Member[] together = Run(seeds);
        for (int i = 0; i < seeds.Length; i++)
        {
            Member alone = Run(seeds[i])[0];
            Assert.Equal(alone.Epochs.Count, together[i].Epochs.Count);
            Assert.InRange((alone.Result.Parameters - together[i].Result.Parameters).abs().max().item<float>(), 0, 1e-5f);
        }
    }

    [Fact]
    public void Run_MembersOfDifferentLossAndLearningRate_LearnAsAlone()
    {
        RegressionLoss[] losses = [RegressionLoss.MeanSquaredError(), RegressionLoss.MeanAbsoluteError(), RegressionLoss.Huber(0.5)];
        RowTable rows = Rows(70, 7), validation = Rows(30, 99);
        (RegressionLoss Loss, double Rate)[] cells = [.. losses.SelectMany(loss => new[] { (loss, 0.02), (loss, 0.005) })];
        Member[] together = Cohorts.Train(Options, Shape, cells, rows, validation);
        for (int i = 0; i < cells.Length; i++)
        {
            Member alone = Cohorts.Train(Options, Shape, [cells[i]], rows, validation)[0];
            Assert.Equal(alone.Epochs.Select(epoch => epoch.LearningRate), together[i].Epochs.Select(epoch => epoch.LearningRate));
            Assert.InRange((alone.Result.Parameters - together[i].Result.Parameters).abs().max().item<float>(), 0, 1e-6f);
        }
    }

    // Weights that are no numbers are the trouble of one member.
    [Fact]
    public void Run_OneDiverges_TheOthersLearn()
    {
        RowTable rows = Rows(70, 7), validation = Rows(30, 99);
        MlpRegressionOptions options = Options with { Optimizer = Optimizer.Sgd(0.01), Epochs = 40, BatchNormalization = false, Activation = Activation.ReLU };
        Member[] together = Cohorts.Train(options, Shape with { BatchNormalization = false }, [(RegressionLoss.MeanSquaredError(), 0.01), (RegressionLoss.MeanSquaredError(), 1e6), (RegressionLoss.Huber(1), 0.01)], rows, validation);
        Assert.Contains("Try a learning rate smaller than 1000000", together[1].Failure!.Message);
        Assert.Null(together[0].Failure);
        Assert.Null(together[2].Failure);
        Assert.True(together[2].Epochs[^1].ValidationLoss < together[2].Epochs[0].ValidationLoss);
    }
}
