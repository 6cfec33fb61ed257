using Microsoft.ML;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Tests.MLNet;

namespace MLNet.LossExperiments.Tests.Training;

public class FitTests
{
    private readonly MLContext _context = new(seed: 1);

    private static MlpRegressionOptions Quick => new() { HiddenSizes = [4], Epochs = 5, Seed = 3 };

    private IDataView Plane(int rows = 64) => _context.Data.LoadFromEnumerable(Samples.Plane(rows));

    [Fact]
    public void Fit_LossExplodes_NamesTheEpochAndWhatToTry()
    {
        var trainer = _context.Regression.Trainers.Mlp(Quick with { Optimizer = Optimizer.Sgd(1e6), Epochs = 50 });
        var error = Assert.Throws<MlpTrainingException>(() => trainer.Fit(Plane()));
        Assert.Matches("became (NaN|infinite) in epoch [0-9]+\\. Try a learning rate smaller than 1000000, a gradient clipping norm such as 1, or scaled features \\(InputScaling\\)\\.", error.Message);
    }

    [Fact]
    public void Fit_GradientClipping_KeepsTheStepSmall()
    {
        // One step of SGD with learning rate 1 moves the weights by the gradient: its norm must be the limit.
        MlpRegressionOptions step = Quick with { Optimizer = Optimizer.Sgd(1), BatchSize = 64, Epochs = 1, Patience = null, HiddenSizes = [], GradientClippingNorm = 0.25 };
        IDataView data = _context.Data.LoadFromEnumerable(Samples.Plane(64).Select(row => new NumberRow { Features = row.Features, Label = row.Label + 1000 }));
        DenseLayer before = _context.Regression.Trainers.Mlp(step with { Optimizer = Optimizer.Sgd(1e-30) }).Fit(data).Model.Network.Layers[0];
        DenseLayer after = _context.Regression.Trainers.Mlp(step).Fit(data).Model.Network.Layers[0];
        double[] moves = [after.Weights[0] - before.Weights[0], after.Weights[1] - before.Weights[1], after.Bias[0] - before.Bias[0]];
        Assert.Equal(0.25, Math.Sqrt(moves.Sum(move => move * move)), 1e-4);
    }

    [Fact]
    public void Fit_CancellationToken_EndsTheFit()
    {
        using var source = new CancellationTokenSource();
        var observer = new Observer { OnEpoch = epoch => { if (epoch.Epoch == 2) source.Cancel(); } };
        var trainer = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1_000_000, CancellationToken = source.Token, Observers = [observer] });
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Plane()));
        Assert.Equal(2, observer.Epochs.Count);
    }

    [Fact]
    public void Fit_ContextCancelled_EndsTheFit()
    {
        var cancel = typeof(MLContext).GetMethod("CancelExecution", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        var observer = new Observer { OnEpoch = _ => cancel.Invoke(_context, null) };
        IDataView data = Plane();
        var trainer = _context.Regression.Trainers.Mlp(Quick with { Epochs = 1_000_000, Observers = [observer] });
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(data));
        Assert.Single(observer.Epochs);
    }

    [Fact]
    public void Fit_Observer_IsToldEverything()
    {
        var observer = new Observer();
        TrainingHistory history = _context.Regression.Trainers.Mlp(Quick with { Observers = [observer] }).Fit(Plane(100)).Model.History;

        Assert.Equal(new FitStart(5, 1, 1, 90, 10, 0, 2, 17, "cpu", 3) { Loss = "mse", MetricName = "RMSE" }, observer.Start! with { Device = "cpu" });
        Assert.Equal(history.Epochs, observer.Epochs);
        Assert.Equal([1, 2, 3, 4, 5], history.Epochs.Select(epoch => epoch.Epoch));
        Assert.Same(history, observer.End);
    }

    [Fact]
    public void Fit_Log_HasALineAnEpoch()
    {
        var lines = new List<string>();
        _context.Log += (_, log) => lines.Add(log.RawMessage);
        _context.Regression.Trainers.Mlp(Quick).Fit(Plane());
        Assert.Equal(5, lines.Count(line => line.StartsWith("Epoch ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("Training 17 parameters on 58 rows of 2 features, validating on 6, with the loss 'mse', seed 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_DeviceThatIsNotThere_IsAnError()
    {
        if (TorchSharp.torch.cuda.is_available())
        {
            var tooHigh = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Quick with { Device = TrainingDevice.Cuda(99) }).Fit(Plane()));
            Assert.Contains("cuda:99 is not there: the CUDA devices are cuda:0", tooHigh.Message, StringComparison.Ordinal);
            return;
        }
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Quick with { Device = TrainingDevice.Cuda(1) }).Fit(Plane()));
        Assert.StartsWith("The device cuda:1 is not there: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ValidationRowsWithOtherFeatures_IsAnError()
    {
        var error = Assert.Throws<MlpTrainingException>(() => _context.Regression.Trainers.Mlp(Quick).Fit(Plane(), Samples.Boston(_context)));
        Assert.Equal("The validation rows have 13 features, but the training rows have 2.", error.Message);
    }

    [Theory]
    [InlineData(1e6f)]
    [InlineData(1e-6f)]
    public void Fit_OutputScaling_DoesNotDependOnTheUnitOfTheLabel(float unit)
    {
        TrainingHistory Fit(float factor) => _context.Regression.Trainers.Mlp(Quick)
            .Fit(_context.Data.LoadFromEnumerable(Samples.Plane(64).Select(row => new NumberRow { Features = row.Features, Label = factor * row.Label }))).Model.History;
        double expected = Fit(1).Epochs[^1].ValidationLoss!.Value;
        Assert.Equal(expected, Fit(unit).Epochs[^1].ValidationLoss!.Value / unit / unit, 1e-3 * expected);
    }

    private sealed class Observer : ITrainingObserver
    {
        public Action<EpochRecord> OnEpoch { get; init; } = _ => { };

        public FitStart? Start { get; private set; }

        public List<EpochRecord> Epochs { get; } = [];

        public TrainingHistory? End { get; private set; }

        public void FitStarted(FitStart start) => Start = start;

        public void EpochEnded(EpochRecord epoch, int member)
        {
            Epochs.Add(epoch);
            OnEpoch(epoch);
        }

        public void FitEnded(IReadOnlyList<TrainingHistory> histories) => End = histories[0];
    }
}
