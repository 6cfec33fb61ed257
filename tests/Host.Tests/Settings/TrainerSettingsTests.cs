using System.CommandLine;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Host.Tests.Settings;

public class TrainerSettingsTests
{
    private static readonly MlpRegressionOptions Defaults = new();

    [Fact]
    public void Apply_NothingGiven_IsTheDefaults() => Assert.Equal(Defaults, Apply(""));

    [Fact]
    public void Apply_EverythingGiven_ChangesEverything()
    {
        var options = (MlpRegressionOptions)Apply(
            "--hidden 5,5 --activation tanh --dropout 0.25 --batch-norm --optimizer sgd --learning-rate 0.1 --momentum 0.9 --weight-decay 0.01 --clip-norm 2 " +
            "--batch-size 20 --drop-last true --epochs 100 --patience 0 --schedule step:epochs=5,warmup=2 --l1 0.1 --l2 0.2 --max-norm 3 --averaging-decay 0.9 --monitor mae --min-improvement 0.5 --time-limit 90 --members 4 " +
            "--checkpoint a.checkpoint --checkpoint-every 10m --resume b.checkpoint --seed -3 --device cuda:1 --output-range 0..50 --output-scaling false");

        Assert.Equal([5, 5], options.HiddenSizes);
        Assert.Equal(Activation.Tanh, options.Activation);
        Assert.Equal(0.25, options.Dropout);
        Assert.True(options.BatchNormalization);
        Assert.Equal(Optimizer.Sgd(0.1, 0.9) with { WeightDecay = 0.01 }, options.Optimizer);
        Assert.Equal(2, options.GradientClippingNorm);
        Assert.Equal(20, options.BatchSize);
        Assert.True(options.DropLast);
        Assert.Equal(100, options.Epochs);
        Assert.Equal(LearningRateSchedule.Step(5) with { WarmupEpochs = 2 }, options.Schedule);
        Assert.Equal((0.1, 0.2, 3, 0.9), (options.L1Penalty, options.L2Penalty, options.MaxNorm, options.AveragingDecay));
        Assert.Equal(ValidationMonitor.Of(RegressionMetric.MeanAbsoluteError), options.Monitor);
        Assert.Equal((0.5, TimeSpan.FromSeconds(90), 4), (options.MinimumImprovement, options.TimeLimit, options.Members));
        Assert.Equal(new CheckpointOptions("a.checkpoint") { EveryEpochs = null, Every = TimeSpan.FromMinutes(10) }, options.Checkpoint);
        Assert.Equal("b.checkpoint", options.ResumeFrom);
        Assert.Null(options.Patience);
        Assert.Equal(-3, options.Seed);
        Assert.Equal(TrainingDevice.Cuda(1), options.Device);
        Assert.Equal(OutputRange.Scaled(0, 50), options.OutputRange);
        Assert.False(options.OutputScaling);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--hidden none --optimizer sgd --momentum 0.5 --patience 0 --clip-norm 1.5 --seed 4 --output-range tanh --batch-norm true")]
    [InlineData("--optimizer adamw --output-scaling true --activation softplus --device cpu")]
    [InlineData("--optimizer rmsprop:alpha=0.9,centered=true --momentum 0.3 --schedule plateau:factor=0.5,warmup=1.5 --monitor r2 --min-improvement 0.01 --time-limit 1:30:00 --members 3 --averaging-decay 0.99")]
    [InlineData("--optimizer lbfgs --l1 0.1 --l2 0.2 --max-norm 2 --checkpoint /a --checkpoint-every 5 --resume /b --schedule multi-step:milestones=3/7 --monitor mape")]
    public void Show_Options_CanBeGivenAgain(string line)
    {
        MlpOptions options = Apply(line);

        string again = string.Join(' ', new TrainerSettings(Defaults).Show(options).Select(setting => $"--{setting.Key} {setting.Value}"));

        Assert.Equal(options, Apply(again) with { HiddenSizes = options.HiddenSizes });
    }

    [Fact]
    public void Apply_ManyFaults_TellsAllInTheConsolesWords()
    {
        var fault = Assert.Throws<CommandException>(() => Apply("--epochs 0 --dropout 1 --patience -1 --clip-norm -2 --learning-rate 0 --momentum 0.9 --hidden 3,0"));

        Assert.Equal(
            ["--clip-norm", "--dropout", "--epochs", "--hidden", "--learning-rate", "--momentum", "--patience"],
            fault.Sentences.Select(sentence => sentence.Split(' ')[0]).Order());
        Assert.Contains("--patience is -1, but must be at least 1, or 0 for no early stopping.", fault.Sentences);
    }

    [Fact]
    public void Options_Help_ShowsTheDefaultsOfTheRecord()
    {
        Option epochs = new TrainerSettings(new MlpRegressionOptions { Epochs = 123 }).Options.Single(option => option.Name == "--epochs");

        Assert.EndsWith("[default: 123]", epochs.Description, StringComparison.Ordinal);
    }

    private static MlpOptions Apply(string line)
    {
        var settings = new TrainerSettings(Defaults);
        var command = new RootCommand();
        foreach (Option option in settings.Options)
            command.Options.Add(option);
        ParseResult parse = command.Parse(line);
        Assert.Empty(parse.Errors);
        return settings.Apply(parse, Defaults);
    }
}
