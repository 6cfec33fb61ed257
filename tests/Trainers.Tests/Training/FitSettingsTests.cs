using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;
using MLNet.LossExperiments.Training;

namespace MLNet.LossExperiments.Tests.Training;

public class FitSettingsTests
{
    // What does not change a step, named once more: whoever adds an exclusion must say so here too.
    private static readonly string[] NotCounted =
    [
        "CancellationToken", "Checkpoint", "Device", "ExampleWeightColumnName", "FeatureColumnName", "LabelColumnName", "MeasureTrainingLoss", "Observers", "ResumeFrom", "Seed", "TimeLimit",
    ];

    public static TheoryData<MlpOptions> Records => [new MlpRegressionOptions(), new MlpBinaryOptions(), new MlpMulticlassOptions()];

    public static TheoryData<MlpRegressionOptions> Changes =>
    [
        new() { OutputScaling = false }, new() { OutputRange = OutputRange.Scaled(0, 50) }, new() { ValidationFraction = 0.2 }, new() { Loss = RegressionLoss.Huber(1.0000000000000002) },
        new() { Dropout = double.Epsilon }, new() { Optimizer = Optimizer.Adam() with { Moments = new() { Beta1 = 0.9000000000000001 } } }, new() { Schedule = LearningRateSchedule.MultiStep([1, 2]) },
        new() { Schedule = LearningRateSchedule.Constant() with { WarmupEpochs = 1 } }, new() { HiddenSizes = [64] }, new() { Monitor = ValidationMonitor.Of(RegressionLoss.MeanAbsoluteError()) }, new() { Patience = null },
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void Of_EveryPropertyOfARecord_CountsUnlessItIsExcludedByName(MlpOptions options)
    {
        string[] properties = [.. options.GetType().GetProperties().Select(property => property.Name)];
        string[] names = [.. FitSettings.Of(options).Keys.Select(name => name.Replace(" ", "", StringComparison.Ordinal))];
        Assert.Equal(NotCounted, FitSettings.Excluded.Order(StringComparer.Ordinal));
        Assert.Empty(NotCounted.Except(properties));
        Assert.All(properties, property => Assert.Equal(!NotCounted.Contains(property), names.Any(name => name.StartsWith(property, StringComparison.OrdinalIgnoreCase))));
        Assert.DoesNotContain(FitSettings.Of(options).Values, value => value.Contains(nameof(MLNet), StringComparison.Ordinal) || value.Contains("System.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_AnyChange_IsSeen(MlpRegressionOptions changed) => Assert.NotEqual(FitSettings.Of(new MlpRegressionOptions()), FitSettings.Of(changed));

    [Fact]
    public void Of_Optimizer_NamesItsSettingsOneByOne()
    {
        Dictionary<string, string> settings = FitSettings.Of(new MlpRegressionOptions { Optimizer = Optimizer.Adam(0.1 + 0.2) });
        Assert.Equal(("adam", "0.30000000000000004", "0.9"), (settings["optimizer"], settings["optimizer learning rate"], settings["optimizer moments beta1"]));
    }
}
