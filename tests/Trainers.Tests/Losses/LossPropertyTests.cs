using MLNet.LossExperiments.Losses;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

public class LossPropertyTests : TorchTest
{
    public static TheoryData<string> Losses => ["mse", "bce-logits", "bce-probabilities", "cross-entropy", "nll"];

    private static (Loss Loss, torch.Tensor Outputs, torch.Tensor Targets) Example(string name, int rows)
    {
        torch.Tensor Normal(int columns) => torch.randn(rows, columns, dtype: torch.float64, generator: new torch.Generator(7, torch.CPU));
        torch.Tensor binary = torch.randint(0, 2, [rows, 1], torch.int64, generator: new torch.Generator(8, torch.CPU)).to_type(torch.float64);
        torch.Tensor classes = torch.randint(0, 4, rows, torch.int64, generator: new torch.Generator(9, torch.CPU));
        return name switch
        {
            "mse" => (LossCatalog.Regression.Parse(name), Normal(1), Normal(1) * 3),
            "bce-logits" or "bce-probabilities" => (LossCatalog.Binary.Parse(name), Normal(1), binary),
            _ => (LossCatalog.Multiclass.Parse(name), Normal(4), classes),
        };
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_Gradient_EqualsCentralDifferences(string name)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = Example(name, 6);
        torch.Tensor leaf = outputs.clone().requires_grad_(true);
        loss.RowLosses(leaf, targets).sum().backward();
        double[] gradient = leaf.grad!.data<double>().ToArray();
        const double step = 1e-5;

        for (int i = 0; i < gradient.Length; i++)
        {
            torch.Tensor nudge = torch.zeros_like(outputs).flatten();
            nudge[i] = torch.tensor(step);
            nudge = nudge.reshape(outputs.shape);
            double difference = (loss.RowLosses(outputs + nudge, targets) - loss.RowLosses(outputs - nudge, targets)).sum().item<double>() / (2 * step);
            Assert.Equal(difference, gradient[i], 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_OneRowOfABatch_IsThatRowAlone(string name)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = Example(name, 5);
        torch.Tensor all = loss.RowLosses(outputs, targets);
        for (int row = 0; row < 5; row++)
            Assert.Equal(loss.RowLosses(outputs.narrow(0, row, 1), targets.narrow(0, row, 1)).item<double>(), all[row].item<double>(), 1e-14);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_OtherNumberOfRows_IsRefused(string name)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = Example(name, 5);
        var error = Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs.narrow(0, 0, 4), targets));
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("[4, ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mse")]
    [InlineData("bce-logits")]
    [InlineData("bce-probabilities")]
    public void RowLosses_TargetsThatWouldBroadcast_AreRefused(string name)
    {
        (Loss loss, torch.Tensor outputs, torch.Tensor targets) = Example(name, 5);
        Assert.Throws<ArgumentException>(() => loss.RowLosses(outputs, targets.squeeze(1)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RowLosses_ExtremeScores_AreFinite(string name)
    {
        foreach (double size in new[] { 1e3, 1e4, -1e4 })
        {
            (Loss loss, torch.Tensor outputs, torch.Tensor targets) = Example(name, 6);
            torch.Tensor leaf = (outputs * size).to_type(torch.float32).requires_grad_(true);
            torch.Tensor losses = loss.RowLosses(leaf, targets.is_integral() ? targets : targets.to_type(torch.float32));
            losses.sum().backward();
            Assert.True(losses.isfinite().all().item<bool>());
            Assert.True(leaf.grad!.isfinite().all().item<bool>());
            Assert.True(losses.min().item<float>() >= 0);
        }
    }

    // The constant that minimises a loss is what its documentation says: the mean, the log-odds, the class shares.
    [Theory]
    [InlineData("mse", 2.5)]
    [InlineData("bce-logits", -1.0986122886681098)]
    [InlineData("bce-probabilities", -1.0986122886681098)]
    public void RowLosses_BestConstant_IsTheStatedOptimum(string name, double optimum)
    {
        torch.Tensor targets = (name == "mse" ? torch.tensor(new double[] { 0, 1, 1, 8 }) : torch.tensor(new double[] { 1, 0, 0, 0 })).unsqueeze(1);
        Loss loss = Example(name, 1).Loss;
        double At(double constant) => loss.RowLosses(torch.full_like(targets, constant), targets).mean().item<double>();

        Assert.True(At(optimum) < At(optimum + 1e-3));
        Assert.True(At(optimum) < At(optimum - 1e-3));
    }

    [Theory]
    [InlineData("cross-entropy")]
    [InlineData("nll")]
    public void RowLosses_BestConstantScores_AreTheLogClassShares(string name)
    {
        torch.Tensor classes = torch.tensor(new long[] { 0, 0, 0, 1, 1, 2 });
        torch.Tensor leaf = torch.tensor(new[] { Math.Log(3.0 / 6), Math.Log(2.0 / 6), Math.Log(1.0 / 6) }).unsqueeze(0).requires_grad_(true);
        LossCatalog.Multiclass.Parse(name).RowLosses(leaf.expand(6, 3), classes).mean().backward();
        Assert.InRange(leaf.grad!.abs().max().item<double>(), 0, 1e-15);
    }

    [Fact]
    public void Custom_WrongShape_IsRefusedWithAHint()
    {
        RegressionLoss mean = RegressionLoss.Custom("mine", (output, target) => (output - target).square().mean());
        var error = Assert.Throws<ArgumentException>(() => mean.RowLosses(torch.ones(3, 1), torch.ones(3, 1)));
        Assert.Contains("'mine' returned a tensor of shape [] for 3 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MeanSquaredError_HandComputed_Agrees()
    {
        torch.Tensor losses = RegressionLoss.MeanSquaredError().RowLosses(torch.tensor(new float[] { 1, -2, 0.5f }, [3, 1]), torch.tensor(new float[] { 3, -2, 1 }, [3, 1]));
        Assert.Equal([4f, 0f, 0.25f], losses.data<float>().ToArray());
    }
}
