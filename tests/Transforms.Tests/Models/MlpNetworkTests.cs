using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Tests.Models;

public sealed class MlpNetworkTests
{
    private static DenseLayer Layer(int inputs, int outputs) => new(inputs, outputs, new float[inputs * outputs], new float[outputs]);

    [Fact]
    public void Counts_ThreeLayers_FollowFromTheirSizes()
    {
        var network = new MlpNetwork([Layer(4, 7), Layer(7, 5), Layer(5, 2)], Activation.Tanh, OutputRange.Softplus);
        Assert.Equal(4, network.FeatureCount);
        Assert.Equal(2, network.OutputCount);
        Assert.Equal([7, 5], network.HiddenSizes);
        Assert.Equal(5 * 7 + 8 * 5 + 6 * 2, network.ParameterCount);
        Assert.Equal(Activation.Tanh, network.Activation);
        Assert.Equal(OutputRange.Softplus, network.OutputRange);
    }

    [Fact]
    public void HiddenSizes_LinearModel_AreNone() => Assert.Empty(new MlpNetwork([Layer(3, 1)], Activation.ReLU, OutputRange.Identity).HiddenSizes);

    [Fact]
    public void Layers_ChangingTheListGiven_LeavesTheNetwork()
    {
        DenseLayer[] layers = [Layer(3, 2), Layer(2, 1)];
        var network = new MlpNetwork(layers, Activation.ReLU, OutputRange.Identity);
        layers[1] = Layer(9, 9);
        Assert.Equal(1, network.OutputCount);
    }

    [Fact]
    public void Constructor_LayersThatDoNotFit_NamesBothAndTheirSizes()
    {
        var exception = Assert.Throws<ArgumentException>(() => new MlpNetwork([Layer(3, 4), Layer(5, 1)], Activation.ReLU, OutputRange.Identity));
        Assert.Contains("Layer 1 takes 5 inputs, but layer 0 gives 4 outputs.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoLayerOrNoActivation_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MlpNetwork([], Activation.ReLU, OutputRange.Identity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlpNetwork([Layer(1, 1)], (Activation)10, OutputRange.Identity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MlpNetwork([Layer(1, 1)], (Activation)(-1), OutputRange.Identity));
    }
}
