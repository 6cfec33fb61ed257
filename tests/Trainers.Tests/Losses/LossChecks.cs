using MLNet.LossExperiments.Losses;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Losses;

/// <summary>What is asked of every loss, whatever its task.</summary>
internal static class LossChecks
{
    /// <summary>Relative to the larger of the reference and 1: below 1, floats that differ by rounding may differ by any ratio.</summary>
    public static double Difference(double value, double reference) => Math.Abs(value - reference) / Math.Max(1, Math.Abs(reference));

    /// <summary>The loss of each row, and the gradient of their sum.</summary>
    public static (double[] Losses, double[] Gradient) Compute(Loss loss, torch.Tensor outputs, torch.Tensor targets)
    {
        torch.Tensor leaf = outputs.detach().clone().requires_grad_(true);
        torch.Tensor losses = loss.RowLosses(leaf, targets);
        losses.sum().backward();
        return (losses.detach().to_type(torch.float64).data<double>().ToArray(), leaf.grad!.to_type(torch.float64).data<double>().ToArray());
    }

    /// <summary>Whole example weights are repeated rows, in value and in gradient, on four rows.</summary>
    public static void AssertWholeWeightsAreRepeatedRows(Loss loss, torch.Tensor outputs, torch.Tensor targets)
    {
        torch.Tensor leaf = outputs.clone().requires_grad_(true);
        torch.Tensor weights = torch.tensor(new double[] { 1, 3, 0, 2 });
        torch.Tensor weighted = (loss.RowLosses(leaf, targets, weights) * weights).sum() / weights.sum();
        weighted.backward();
        torch.Tensor gradient = leaf.grad!.clone();
        leaf.grad!.zero_();

        torch.Tensor rows = torch.tensor(new long[] { 0, 1, 1, 1, 3, 3 });
        torch.Tensor repeated = loss.RowLosses(leaf.index_select(0, rows), targets.index_select(0, rows)).mean();
        repeated.backward();

        Assert.Equal(repeated.item<double>(), weighted.item<double>(), 1e-13);
        Assert.InRange((leaf.grad! - gradient).abs().max().item<double>(), 0, 1e-14);
    }
}
