using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class RegularizationTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Linear => new()
    {
        HiddenSizes = [], Epochs = 1500, BatchSize = 1000, Patience = null, MeasureTrainingLoss = false, OutputScaling = false, InputScaling = InputScaling.None, Optimizer = Optimizer.Sgd(0.05), Seed = 3,
    };

    private MlpNetwork Fit(MlpRegressionOptions options, int rows = 200) => _context.Regression.Trainers.Mlp(options).Fit(_context.Data.LoadFromEnumerable(Samples.Plane(rows))).Model.Network;

    // Ridge regression has a formula: (XᵀX/n + λI)⁻¹ Xᵀy/n with centred columns, the bias being free.
    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    public void L2Penalty_LinearModel_IsRidgeRegression(double penalty)
    {
        NumberRow[] rows = [.. Samples.Plane(200)];
        double meanA = rows.Average(row => row.Features[0]), meanB = rows.Average(row => row.Features[1]), meanY = rows.Average(row => row.Label);
        double Product(Func<NumberRow, double> f, Func<NumberRow, double> g) => rows.Average(row => f(row) * g(row));
        double A(NumberRow row) => row.Features[0] - meanA;
        double B(NumberRow row) => row.Features[1] - meanB;
        double Y(NumberRow row) => row.Label - meanY;
        double aa = Product(A, A) + penalty, bb = Product(B, B) + penalty, ab = Product(A, B), ay = Product(A, Y), by = Product(B, Y);
        double determinant = aa * bb - ab * ab;

        MlpNetwork network = Fit(Linear with { L2Penalty = penalty });

        Assert.Equal((bb * ay - ab * by) / determinant, network.Layers[0].Weights[0], 1e-4);
        Assert.Equal((aa * by - ab * ay) / determinant, network.Layers[0].Weights[1], 1e-4);
        Assert.Equal(1, Fit(Linear).Layers[0].Bias[0], 1e-3);
    }

    [Fact]
    public void L1Penalty_Large_TakesWeightsToZeroAndLeavesTheBias()
    {
        MlpNetwork network = Fit(Linear with { L1Penalty = 5, Optimizer = Optimizer.Sgd(0.002), Epochs = 4000 });
        Assert.All(network.Layers[0].Weights.ToArray(), weight => Assert.InRange(Math.Abs(weight), 0, 0.011));
        Assert.Equal(Samples.Plane(200).Average(row => row.Label), network.Layers[0].Bias[0], 0.02);
    }

    [Fact]
    public void MaxNorm_EveryUnit_StaysBelow()
    {
        MlpRegressionOptions options = Linear with { HiddenSizes = [6, 5], Epochs = 50, MaxNorm = 0.4, Optimizer = Optimizer.Adam(0.02) };
        foreach (DenseLayer layer in Fit(options).Layers)
        {
            for (int unit = 0; unit < layer.OutputCount; unit++)
            {
                float[] weights = layer.Weights.ToArray();
                double norm = Math.Sqrt(Enumerable.Range(0, layer.InputCount).Sum(i => Math.Pow(weights[i * layer.OutputCount + unit], 2)));
                Assert.InRange(norm, 0, 0.4 + 1e-5);
            }
        }
        Assert.Contains(Fit(options with { MaxNorm = null }).Layers, layer => layer.Weights.ToArray().Any(weight => Math.Abs(weight) > 0.41));
    }

    // With one step an epoch, the average after n steps is dⁿ·w₀ + (1 − d)·Σ dⁿ⁻ⁱ·wᵢ.
    [Fact]
    public void AveragingDecay_OneStepAnEpoch_IsTheAverageOfTheWeights()
    {
        MlpRegressionOptions options = Linear with { Optimizer = Optimizer.Sgd(0.1) };
        double first = Fit(options with { Epochs = 1, Optimizer = Optimizer.Sgd(1e-30) }).Layers[0].Weights[0];
        double[] weights = [.. Enumerable.Range(1, 5).Select(epochs => (double)Fit(options with { Epochs = epochs }).Layers[0].Weights[0])];
        const double decay = 0.7;
        double average = weights.Aggregate(first, (before, weight) => decay * before + (1 - decay) * weight);

        Assert.Equal(average, Fit(options with { Epochs = 5, AveragingDecay = decay }).Layers[0].Weights[0], 1e-5);
        Assert.NotEqual(weights[^1], average, 1e-3);
    }
}
