using Microsoft.ML;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;
using TorchSharp;

namespace MLNet.LossExperiments.Tests.Training;

/// <summary>What a caller does with libtorch, or asks for meanwhile, neither breaks a fit nor is changed by it.</summary>
public class CallersModeTests : TorchTest
{
    private readonly MLContext _context = new(1);

    private static MlpRegressionOptions Options => new() { HiddenSizes = [4], Epochs = 3, Seed = 1 };

    private float[] Scores()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(80));
        return Samples.Scores(_context, _context.Regression.Trainers.Mlp(Options).Fit(data).Transform(data));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_WithoutGradients_LearnsTheSame(bool isInference)
    {
        float[] expected = Scores();
        using (isInference ? torch.inference_mode(true) : torch.no_grad())
        {
            Assert.Equal(expected, Scores());
            LossComparison comparison = _context.Regression.CompareLosses(_context.Data.LoadFromEnumerable(Samples.Plane(80)), new RegressionLossExperiment { Losses = [RegressionLoss.LogCosh()], Seeds = [1], Folds = 2, Trainer = Options }).Comparison;
            Assert.All(comparison.Cells, cell => Assert.Null(cell.Failure));
            using torch.Tensor weight = torch.ones(1);
            Assert.False((weight * torch.ones(1, requires_grad: true)).requires_grad);
        }
        Assert.True((torch.ones(1, requires_grad: true) * torch.ones(1)).requires_grad);
    }

    // A step of L-BFGS evaluates all rows up to 25 times.
    [Fact]
    public void Fit_CancelledWithinALineSearch_EndsAtTheNextEvaluation()
    {
        using var stop = new CancellationTokenSource();
        var epochs = new EpochWatch();
        int evaluations = 0;
        RegressionLoss loss = RegressionLoss.Custom("own", (output, target) =>
        {
            // The size of gradients is measured before the first epoch.
            if (epochs.HaveBegun && ++evaluations == 5)
                stop.Cancel();
            return (output - target).pow(2).mean([1]);
        });
        MlpRegressionOptions options = Options with { Loss = loss, Optimizer = Optimizer.Lbfgs(), Patience = null, MeasureTrainingLoss = false, CancellationToken = stop.Token, Observers = [epochs] };
        Assert.ThrowsAny<OperationCanceledException>(() => _context.Regression.Trainers.Mlp(options).Fit(_context.Data.LoadFromEnumerable(Samples.Plane(200))));
        // The first step looks at its rows twice, for faults.
        Assert.InRange(evaluations, 5, 6);
    }

    private sealed class EpochWatch : ITrainingObserver
    {
        public bool HaveBegun { get; private set; }

        public void EpochStarted(int epoch) => HaveBegun = true;
    }
}
