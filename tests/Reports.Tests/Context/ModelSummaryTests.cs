using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Context;

/// <summary>A model is summed up from what it knows itself.</summary>
public sealed class ModelSummaryTests
{
    private static FittedMember Member { get; } = new(
        new MlpNetwork([new DenseLayer(3, 4, new float[12], new float[4]), new DenseLayer(4, 1, new float[4], new float[1])], Activation.ReLU, OutputRange.Identity),
        new TrainingHistory("mse", "RMSE", 9, 1, StopReason.EpochsDone, 10, 0, 0, [new EpochRecord(1, 1, null, null, null, 0.1, 2.5)]));

    [Fact]
    public void Of_TwoLayers_CountsThem()
    {
        ModelSummary model = ModelSummary.Of([Member]);
        Assert.Equal("Multilayer perceptron 3-4-1, ReLU", model.Architecture);
        Assert.Equal([new LayerSummary("hidden 1", 3, 4, "ReLU", 16), new LayerSummary("output", 4, 1, null, 5)], model.Layers);
        Assert.Equal((21, 9, 2.5, "mse"), (model.Parameters, model.Seed, model.TrainingSeconds, model.Loss?.Name));
    }

    [Fact]
    public void Of_Ensemble_CountsItsNetworks() => Assert.Equal(2, ModelSummary.Of([Member, Member]).Networks);

    [Fact]
    public void Of_NoNetwork_IsRefused() => Assert.Throws<ArgumentException>(() => ModelSummary.Of([]));
}
