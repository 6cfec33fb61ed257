using MLNet.LossExperiments.Host.Repeating;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Host.Tests.Repeating;

public class RecordCodeTests
{
    [Fact]
    public void Of_Defaults_IsTheRecordAlone() => Assert.Equal("new MlpBinaryOptions()", RecordCode.Of(new MlpBinaryOptions(), "new MlpBinaryOptions"));

    [Fact]
    public void Of_Options_HasWhatDiffersAlone()
    {
        var options = new MlpRegressionOptions
        {
            Loss = RegressionLoss.Huber(2),
            OutputRange = OutputRange.Softplus,
            HiddenSizes = [],
            Activation = Activation.Tanh,
            Dropout = 0.25,
            Optimizer = Optimizer.AdamW(0.003),
            Patience = null,
            TimeLimit = TimeSpan.FromMinutes(1.5),
            Monitor = ValidationMonitor.Of(RegressionMetric.RSquared),
            Device = TrainingDevice.Cuda(1),
            ExampleWeightColumnName = "a \"b\"",
            Checkpoint = new CheckpointOptions("somewhere"),
        };

        string[] lines = [.. RecordCode.Of(options, "new MlpRegressionOptions").Split('\n').Select(line => line.Trim())];

        Assert.Equal(
            [
                "new MlpRegressionOptions", "{", "Loss = RegressionLoss.Huber(delta: 2),", "OutputRange = OutputRange.Softplus,", "ExampleWeightColumnName = \"a \\\"b\\\"\",", "HiddenSizes = [],",
                "Activation = Activation.Tanh,", "Dropout = 0.25,", "Optimizer = Optimizer.AdamW(learningRate: 0.003),", "Patience = null,", "Monitor = ValidationMonitor.Of(RegressionMetric.RSquared),",
                "TimeLimit = TimeSpan.FromSeconds(90),", "Device = TrainingDevice.Cuda(1),", "}",
            ],
            lines);
    }

    [Fact]
    public void Of_Experiment_HasItsTrainerAndWhatIsCodeAlready()
    {
        var experiment = new BinaryLossExperiment { Losses = [BinaryLoss.Hinge(), BinaryLoss.Focal()], Seeds = [7], Architectures = [[], [16, 8]], Trainer = new() { Epochs = 5 }, Criterion = BinaryMetric.F1Score };

        string code = RecordCode.Of(experiment, "new BinaryLossExperiment", "Preprocessing = preparation");

        foreach (string line in (string[])["Losses = [BinaryLoss.Hinge(), BinaryLoss.Focal(gamma: 2, alpha: 0.25)],", "Trainer = new() { Epochs = 5 },", "Seeds = [7],", "Architectures = [[], [16, 8]],", "Criterion = BinaryMetric.F1Score,", "Preprocessing = preparation,"])
            Assert.Contains($"\n    {line}\n", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Folds", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adam:beta1=0.8", "Optimizer.Adam() with { Moments = new() { Beta1 = 0.8 } }")]
    [InlineData("sgd:momentum=0.9,nesterov=true", "Optimizer.Sgd(momentum: 0.9) with { Nesterov = true }")]
    [InlineData("rmsprop:centered=true,alpha=0.9", "Optimizer.RmsProp() with { Alpha = 0.9, Centered = true }")]
    [InlineData("lbfgs:line-search=false,history-size=5", "Optimizer.Lbfgs() with { HistorySize = 5, LineSearch = false }")]
    public void Of_Optimizer_IsTheCallThatMakesIt(string text, string code) => Assert.Equal(code, ValueCode.Of(OptimizerCatalog.All.Parse(text)));

    [Theory]
    [InlineData("step:epochs=10", "LearningRateSchedule.Step(epochs: 10)")]
    [InlineData("multi-step:milestones=10/20,factor=0.5", "LearningRateSchedule.MultiStep(milestones: [10, 20], factor: 0.5)")]
    [InlineData("cosine:warmup=2.5", "LearningRateSchedule.Cosine() with { WarmupEpochs = 2.5 }")]
    public void Of_Schedule_IsTheCallThatMakesIt(string text, string code) => Assert.Equal(code, ValueCode.Of(ScheduleCatalog.All.Parse(text)));

    [Fact]
    public void Of_EverythingInTheCatalogs_IsACall()
    {
        IEnumerable<object> all = [.. OptimizerCatalog.All.Entries.Select(entry => entry.Create()), .. ScheduleCatalog.All.Entries.Select(entry => entry.Create())];
        foreach (object made in all)
            Assert.Matches(@"^(Optimizer|LearningRateSchedule)\.\w+\(.*\)$", ValueCode.Of(made));
        foreach (Metric metric in MetricCatalog.Regression.Entries.Concat(MetricCatalog.Binary.Entries).Concat(MetricCatalog.Multiclass.Entries).Select(entry => entry.Create()))
            Assert.Matches(@"^(Regression|Binary|Multiclass)Metric\.\w+$", ValueCode.Of(metric));
    }

    [Fact]
    public void Of_MetricOfALoss_SaysThatThereIsNoCode() =>
        Assert.Throws<NotSupportedException>(() => ValueCode.Of(LossMetric.Of(RegressionLoss.Huber(1))));
}
