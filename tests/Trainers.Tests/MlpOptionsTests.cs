using System.Globalization;
using Microsoft.ML;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;

namespace MLNet.LossExperiments.Tests;

public class MlpOptionsTests
{
    public static TheoryData<string, MlpRegressionOptions> Faulty => new()
    {
        { "FeatureColumnName", new() { FeatureColumnName = " " } },
        { "LabelColumnName", new() { LabelColumnName = "" } },
        { "ExampleWeightColumnName", new() { ExampleWeightColumnName = "" } },
        { "HiddenSizes", new() { HiddenSizes = [8, 0] } },
        { "HiddenSizes", new() { HiddenSizes = null! } },
        { "Activation", new() { Activation = (Activation)99 } },
        { "Dropout", new() { Dropout = 1 } },
        { "Dropout", new() { Dropout = -0.1 } },
        { "Dropout", new() { Dropout = double.NaN } },
        { "LearningRate", new() { Optimizer = Optimizer.Sgd(0) } },
        { "LearningRate", new() { Optimizer = Optimizer.Adam(double.NaN) } },
        { "LearningRate", new() { Optimizer = Optimizer.Adam(double.PositiveInfinity) } },
        { "Momentum", new() { Optimizer = Optimizer.Sgd(0.1, 1) } },
        { "Momentum", new() { Optimizer = Optimizer.Sgd(0.1, double.NaN) } },
        { "WeightDecay", new() { Optimizer = Optimizer.AdamW(0.1, -1) } },
        { "Beta1", new() { Optimizer = Optimizer.Adam() with { Moments = new() { Beta1 = 1 } } } },
        { "Beta2", new() { Optimizer = Optimizer.Adam() with { Moments = new() { Beta2 = -1 } } } },
        { "Epsilon", new() { Optimizer = Optimizer.AdamW() with { Moments = new() { Epsilon = 0 } } } },
        { "Optimizer", new() { Optimizer = null! } },
        { "BatchSize", new() { BatchSize = 0 } },
        { "BatchSize", new() { BatchSize = 1, BatchNormalization = true } },
        { "Epochs", new() { Epochs = 0 } },
        { "Patience", new() { Patience = 0 } },
        { "Monitor", new() { Monitor = null! } },
        { "Monitor", new() { Monitor = ValidationMonitor.Of(BinaryMetric.AreaUnderRocCurve) } },
        { "Monitor", new() { Monitor = ValidationMonitor.Of(BinaryLoss.CrossEntropyOnLogits()) } },
        { "MinimumImprovement", new() { MinimumImprovement = -1 } },
        { "MinimumImprovement", new() { MinimumImprovement = double.NaN } },
        { "TimeLimit", new() { TimeLimit = TimeSpan.Zero } },
        { "Schedule", new() { Schedule = null! } },
        { "AveragingDecay", new() { AveragingDecay = 1 } },
        { "AveragingDecay", new() { AveragingDecay = double.NaN } },
        { "L1Penalty", new() { L1Penalty = -1 } },
        { "L2Penalty", new() { L2Penalty = double.NaN } },
        { "MaxNorm", new() { MaxNorm = 0 } },
        { "Members", new() { Members = 0 } },
        { "MaxRowsInMemory", new() { MaxRowsInMemory = 0 } },
        { "Checkpoint", new() { Checkpoint = new("") } },
        { "Checkpoint", new() { Checkpoint = new("a") { EveryEpochs = 0 } } },
        { "Checkpoint", new() { Checkpoint = new("a") { EveryEpochs = null, Every = TimeSpan.Zero } } },
        { "Checkpoint", new() { Checkpoint = new("a") { EveryEpochs = null } } },
        { "ResumeFrom", new() { ResumeFrom = " " } },
        { "ValidationFraction", new() { ValidationFraction = 0 } },
        { "ValidationFraction", new() { ValidationFraction = double.NaN } },
        { "GradientClippingNorm", new() { GradientClippingNorm = 0 } },
        { "GradientClippingNorm", new() { GradientClippingNorm = double.NaN } },
        { "Device", new() { Device = null! } },
        { "Observers", new() { Observers = [null!] } },
        { "Loss", new() { Loss = null! } },
        { "OutputRange", new() { OutputRange = null! } },
        { "OutputScaling", new() { OutputScaling = true, OutputRange = OutputRange.Tanh } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void FindFaults_OneFault_IsTheOnlyOneFound(string option, MlpRegressionOptions options)
    {
        OptionFault fault = Assert.Single(options.FindFaults());
        Assert.Equal(option, fault.Option);
        Assert.Contains("must ", fault.Message, StringComparison.Ordinal);
        Assert.Throws<MlpOptionsException>(() => new MLContext().Regression.Trainers.Mlp(options));
    }

    [Fact]
    public void FindFaults_OtherCulture_WritesADecimalPoint()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            Assert.Equal("Dropout is 1.5, but must be at least 0 and less than 1.", Assert.Single(new MlpRegressionOptions { Dropout = 1.5 }.FindFaults()).ToString());
            Assert.Equal("Momentum is -0.5, but must be at least 0 and less than 1.", Assert.Single(new MlpRegressionOptions { Optimizer = Optimizer.Sgd(0.1, -0.5) }.FindFaults()).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Mlp_SeveralFaults_AreReportedTogether()
    {
        var error = Assert.Throws<MlpOptionsException>(() => new MLContext().BinaryClassification.Trainers.Mlp(new MlpBinaryOptions { BatchSize = -1, Epochs = 0, Dropout = 2, Loss = null! }));
        Assert.Equal(["Dropout", "BatchSize", "Epochs", "Loss"], error.Faults.Select(fault => fault.Option));
        Assert.Contains("BatchSize is -1, but must be at least 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindFaults_Defaults_AreNone()
    {
        Assert.Empty(new MlpRegressionOptions().FindFaults());
        Assert.Empty(new MlpBinaryOptions().FindFaults());
        Assert.Empty(new MlpMulticlassOptions().FindFaults());
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("cpu")]
    [InlineData("cuda:0")]
    [InlineData("cuda:3")]
    [InlineData("mps")]
    public void Parse_Device_RoundTrips(string text) => Assert.Equal(text, TrainingDevice.Parse(text.ToUpperInvariant()).ToString());

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("")]
    public void Parse_UnknownDevice_SaysWhatIsAllowed(string text) =>
        Assert.Contains("Allowed are auto, cpu, cuda, cuda:N", Assert.Throws<FormatException>(() => TrainingDevice.Parse(text)).Message, StringComparison.Ordinal);
}
