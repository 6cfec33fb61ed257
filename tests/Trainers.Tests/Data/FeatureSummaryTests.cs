using MLNet.LossExperiments.Data;
using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Data;

public class FeatureSummaryTests : TorchTest
{
    private static InputScaler ScalerOf(InputScaling scaling, float[][] rows, float[]? weights = null)
    {
        var summary = new FeatureSummary(rows[0].Length, scaling == InputScaling.Robust);
        // In two blocks.
        int half = rows.Length / 2;
        foreach ((int start, int end) in new[] { (0, half), (half, rows.Length) })
        {
            torch.Tensor features = torch.tensor(rows[start..end].SelectMany(row => row).ToArray(), [end - start, rows[0].Length]);
            summary.Add(new RowTable(features, torch.zeros(end - start, 1), weights is null ? null : torch.tensor(weights[start..end])));
        }
        return summary.Scaler(scaling)!;
    }

    // A number, an indicator, a constant, a time in seconds.
    private static float[][] Rows { get; } = [[1, 0, 7, 1.7e9f], [2, 1, 7, 1.7e9f + 256], [3, 1, 7, 1.7e9f + 512], [10, 0, 7, 1.7e9f + 768]];

    [Fact]
    public void Scaler_Standardize_HasMeanAndDeviationButLeavesIndicatorsAndNeutralizesConstants()
    {
        InputScaler scaler = ScalerOf(InputScaling.Standardize, Rows);
        Assert.Equal([4f, 0, 7], scaler.Offsets[..3].ToArray());
        Assert.Equal([1 / Math.Sqrt((9 + 4 + 1 + 36) / 4.0), 1, 0], scaler.Factors[..3].ToArray().Select(factor => (double)factor), (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.Equal(1 / (256 * Math.Sqrt(1.25)), scaler.Factors[3], 1e-9);
    }

    [Fact]
    public void Scaler_Weights_CountRowsAsOften()
    {
        InputScaler scaler = ScalerOf(InputScaling.Standardize, [[1], [2], [4]], [2, 1, 1]), repeated = ScalerOf(InputScaling.Standardize, [[1], [1], [2], [4]]);
        Assert.Equal(repeated.Offsets[0], scaler.Offsets[0], 1e-6);
        Assert.Equal(repeated.Factors[0], scaler.Factors[0], 1e-6);
    }

    [Fact]
    public void Scaler_MinMax_SpansZeroToOne()
    {
        InputScaler scaler = ScalerOf(InputScaling.MinMax, Rows);
        Assert.Equal((1f, 1 / 9f), (scaler.Offsets[0], scaler.Factors[0]));
    }

    // Quartiles of 1, 2, 3, 10 are 1.75 and 4.75.
    [Fact]
    public void Scaler_Robust_HasMedianAndQuartiles()
    {
        InputScaler scaler = ScalerOf(InputScaling.Robust, Rows);
        Assert.Equal((2.5f, 1 / 3f), (scaler.Offsets[0], scaler.Factors[0]));
        Assert.Equal(1 / Math.Sqrt(4.6875), ScalerOf(InputScaling.Robust, [[5], [5], [5], [5], [5], [5], [5], [5 + 5 * MathF.Sqrt(0.4285714f) * 2]]).Factors[0], 0.1);
    }

    [Fact]
    public void ScaleInPlace_TimeInSeconds_KeepsItsDigits()
    {
        InputScaler scaler = ScalerOf(InputScaling.Standardize, Rows);
        var table = new RowTable(torch.tensor(Rows.SelectMany(row => row).ToArray(), [4, 4]), torch.zeros(4, 1), null);
        float[] times = [.. table.ScaleInPlace(scaler).Features.select(1, 3).data<float>().ToArray()];
        Assert.Equal([-3.0, -1, 1, 3], times.Select(time => (time - times.Average()) * Math.Sqrt(5)), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(0, times.Average(), 0.5);
    }
}
